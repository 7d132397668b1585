package org.tonearm.players.jellyfin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer;
import org.tonearm.players.server.ServerFault;
import org.tonearm.players.server.WebServer;

/**
 * Jellyfin by its own API (<a href="https://api.jellyfin.org">Library, RefreshLibrary</a>): {@code
 * POST /Library/Refresh} with a key in the header {@code Authorization}.
 */
final class JellyfinServer implements HostServer {
  private static final String USUAL = "http://localhost:8096";

  @Override
  public URI usualAddress() {
    return URI.create(USUAL);
  }

  @Override
  public String wants() {
    return "An API key (Dashboard, API Keys) in TONEARM_SERVER_SECRET.";
  }

  @Override
  public String refresh(Access access) throws HostException {
    WebServer server = new WebServer(access, USUAL, wants());
    if (access.secret().isEmpty()) {
      throw ServerFault.denied(access.address(), "it wants a key", wants());
    }
    String key = URLEncoder.encode(access.secret().get(), StandardCharsets.UTF_8);
    String answer =
        server.send(
            server
                .to("/Library/Refresh")
                .header("Authorization", "MediaBrowser Token=\"" + key + "\", Client=\"Tonearm\"")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    if (!answer.isBlank()) {
      throw ServerFault.answer(access.address(), "it is not that of Jellyfin, which says nothing");
    }
    return "Jellyfin looks through its libraries now.";
  }
}
