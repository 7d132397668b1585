package org.tonearm.players.navidrome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer;
import org.tonearm.players.server.ServerFault;
import org.tonearm.players.server.WebServer;

/**
 * Navidrome by the Subsonic API (<a
 * href="https://opensubsonic.netlify.app/docs/endpoints/startscan/">startScan</a>): the password
 * goes salted and hashed, as that API has it.
 */
final class NavidromeServer implements HostServer {
  private static final String USUAL = "http://localhost:4533";
  private static final int SALT_BYTES = 16;
  private static final int FIRST_DENIAL = 40;
  private static final int LAST_DENIAL = 50;

  @Override
  public URI usualAddress() {
    return URI.create(USUAL);
  }

  @Override
  public String wants() {
    return "An administrator's name with --user, and the password in TONEARM_SERVER_SECRET.";
  }

  @Override
  public String refresh(Access access) throws HostException {
    WebServer server = new WebServer(access, USUAL, wants());
    if (access.user().isEmpty() || access.secret().isEmpty()) {
      throw ServerFault.denied(access.address(), "it wants a user and a password", wants());
    }
    byte[] random = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(random);
    String salt = HexFormat.of().formatHex(random);
    String query =
        "/rest/startScan?v=1.16.1&c=tonearm&f=json&u="
            + URLEncoder.encode(access.user().get(), StandardCharsets.UTF_8)
            + "&s="
            + salt
            + "&t="
            + md5(access.secret().get() + salt);
    JsonNode answer = answer(access, server.send(server.to(query).GET().build()));
    if (answer.path("status").asText().equals("ok")) {
      return "Navidrome "
          + answer.path("serverVersion").asText("")
          + " looks through its folders now.";
    }
    JsonNode error = answer.path("error");
    int code = error.path("code").asInt();
    throw code >= FIRST_DENIAL && code <= LAST_DENIAL
        ? ServerFault.denied(access.address(), error.path("message").asText(), wants())
        : ServerFault.answer(access.address(), error.path("message").asText("no status"));
  }

  private static JsonNode answer(Access access, String body) throws HostException {
    try {
      JsonNode root = new ObjectMapper().readTree(body);
      if (root != null && root.has("subsonic-response")) {
        return root.get("subsonic-response");
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    throw ServerFault.answer(access.address(), "it is not that of a Subsonic server");
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
