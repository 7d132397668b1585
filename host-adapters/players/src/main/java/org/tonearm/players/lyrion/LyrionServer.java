package org.tonearm.players.lyrion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer;
import org.tonearm.players.server.ServerFault;
import org.tonearm.players.server.WebServer;

/**
 * Lyrion Music Server by its JSON-RPC (<a
 * href="https://lyrion.org/reference/cli/using-the-cli/">Using the CLI</a>): the command {@code
 * rescan}, which looks for new and changed files.
 */
final class LyrionServer implements HostServer {
  private static final String USUAL = "http://localhost:9000";
  private static final String RESCAN =
      "{\"id\":1,\"method\":\"slim.request\",\"params\":[\"\",[\"rescan\"]]}";

  @Override
  public URI usualAddress() {
    return URI.create(USUAL);
  }

  @Override
  public String wants() {
    return "If it is protected: its user with --user, and the password in TONEARM_SERVER_SECRET.";
  }

  @Override
  public String refresh(Access access) throws HostException {
    WebServer server = new WebServer(access, USUAL, wants());
    HttpRequest.Builder request =
        server
            .to("/jsonrpc.js")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(RESCAN));
    if (access.user().isPresent()) {
      String both = access.user().get() + ":" + access.secret().orElse("");
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }
    if (!answers(server.send(request.build()))) {
      throw ServerFault.answer(access.address(), "it is not that of Lyrion's JSON-RPC");
    }
    return "Lyrion Music Server looks for new and changed files now.";
  }

  private static boolean answers(String body) {
    try {
      JsonNode answer = new ObjectMapper().readTree(body);
      return answer != null && answer.has("result") && answer.path("id").asInt() == 1;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
