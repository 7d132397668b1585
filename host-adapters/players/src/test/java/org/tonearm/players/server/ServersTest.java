package org.tonearm.players.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer;
import org.tonearm.api.host.HostServer.Access;

/** Navidrome, Jellyfin and Lyrion against a server of this test. */
final class ServersTest {
  private static final String SECRET = "s3cret &\"";

  private static HostServer server(String id) {
    return ServiceLoader.load(HostAdapter.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(host -> host.id().equals(id))
        .findFirst()
        .flatMap(HostAdapter::server)
        .orElseThrow();
  }

  private static Map<String, String> query(URI uri) {
    return Stream.of(uri.getQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @Test
  void asksNavidromeByTheSubsonicApi() throws Exception {
    String answer =
        "{\"subsonic-response\":{\"status\":\"ok\",\"version\":\"1.16.1\",\"type\":\"navidrome\","
            + "\"serverVersion\":\"0.55.2\",\"scanStatus\":{\"scanning\":true,\"count\":0}}}";
    try (LocalWeb web = new LocalWeb(200, answer)) {
      assertThat(server("navidrome").refresh(web.access("/music/", "ann", SECRET)))
          .contains("0.55.2");
      assertThat(server("navidrome").refresh(web.access("/music", "ann", SECRET))).endsWith(".");
      LocalWeb.Asked asked = web.asked().get(0);
      assertThat(asked.uri().getPath()).isEqualTo("/music/rest/startScan");
      assertThat(web.asked().get(1).uri().getPath()).isEqualTo("/music/rest/startScan");
      Map<String, String> query = query(asked.uri());
      String expected =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("MD5")
                      .digest((SECRET + query.get("s")).getBytes(StandardCharsets.UTF_8)));
      assertThat(query)
          .containsEntry("u", "ann")
          .containsEntry("t", expected)
          .containsEntry("f", "json");
      assertThat(query(web.asked().get(1).uri()).get("s")).isNotEqualTo(query.get("s"));
      assertThat(asked.uri().toString()).doesNotContain("s3cret");
    }
  }

  @Test
  void asksJellyfinWithAKey() throws IOException, HostException {
    try (LocalWeb web = new LocalWeb(204, "")) {
      assertThat(server("jellyfin").refresh(web.access("", null, "abc123"))).endsWith(".");
      assertThat(web.asked())
          .containsExactly(
              new LocalWeb.Asked(
                  "POST",
                  URI.create("/Library/Refresh"),
                  "MediaBrowser Token=\"abc123\", Client=\"Tonearm\"",
                  ""));
    }
  }

  @Test
  void aPageIsNoAnswerOfJellyfin() throws IOException {
    try (LocalWeb web = new LocalWeb(200, "<html>Welcome</html>")) {
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> server("jellyfin").refresh(web.access("", null, "abc123")))
          .withMessageContaining("not that of Jellyfin");
    }
  }

  @Test
  void asksLyrionByJsonRpc() throws IOException, HostException {
    String answer =
        "{\"params\":[\"\",[\"rescan\"]],\"method\":\"slim.request\",\"id\":1,\"result\":{}}";
    try (LocalWeb web = new LocalWeb(200, answer)) {
      server("lyrion").refresh(web.access("", null, null));
      server("lyrion").refresh(web.access("", "ann", SECRET));
      String basic =
          Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));
      assertThat(web.asked())
          .extracting(LocalWeb.Asked::authorization)
          .isEqualTo(List.of("null", "Basic " + basic));
      assertThat(web.asked().get(0).uri()).hasToString("/jsonrpc.js");
      assertThat(web.asked().get(0).body())
          .isEqualTo("{\"id\":1,\"method\":\"slim.request\",\"params\":[\"\",[\"rescan\"]]}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, server-denied",
    "403, server-denied",
    "302, server-answer",
    "404, server-answer",
    "500, server-answer"
  })
  void tellsFaultsWithoutTheSecret(int status, String code) throws IOException {
    for (String id : List.of("navidrome", "jellyfin", "lyrion")) {
      try (LocalWeb web = new LocalWeb(status, "")) {
        fails(id, web.access("", "ann", SECRET), code);
        assertThat(web.asked()).hasSize(1);
      }
    }
  }

  @Test
  void tellsWhatNavidromeRefuses() throws IOException {
    String answer =
        "{\"subsonic-response\":{\"status\":\"failed\",\"error\":{\"code\":%d,\"message\":\"No.\"}}}";
    try (LocalWeb wrong = new LocalWeb(200, answer.formatted(40));
        LocalWeb noAdmin = new LocalWeb(200, answer.formatted(50));
        LocalWeb other = new LocalWeb(200, answer.formatted(70))) {
      fails("navidrome", wrong.access("", "ann", SECRET), "server-denied");
      fails("navidrome", noAdmin.access("", "ann", SECRET), "server-denied");
      fails("navidrome", other.access("", "ann", SECRET), "server-answer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Welcome</html>", "", "[1]", "null", "{\"id\":2,\"result\":{}}"})
  void knowsAnotherServerByItsAnswer(String answer) throws IOException {
    for (String id : List.of("navidrome", "lyrion")) {
      try (LocalWeb web = new LocalWeb(200, answer)) {
        fails(id, web.access("", "ann", SECRET), "server-answer");
      }
    }
  }

  @Test
  void tellsThatNobodyAnswersAndWhatIsMissing() throws IOException {
    Access gone;
    try (LocalWeb web = new LocalWeb(200, "")) {
      gone = web.access("", "ann", SECRET);
      fails("navidrome", web.access("", null, SECRET), "server-denied");
      fails("navidrome", web.access("", "ann", null), "server-denied");
      fails("jellyfin", web.access("", null, null), "server-denied");
      assertThat(web.asked()).isEmpty();
    }
    for (String id : List.of("navidrome", "jellyfin", "lyrion")) {
      fails(id, gone, "server-unreachable");
      URI odd = URI.create("ftp://localhost");
      fails(id, new Access(odd, Optional.of("ann"), Optional.of(SECRET)), "server-address");
    }
  }

  private static void fails(String id, Access access, String code) {
    assertThatExceptionOfType(HostException.class)
        .as(id)
        .isThrownBy(() -> server(id).refresh(access))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.getMessage() + e.remedy()).doesNotContain("s3cret"))
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }
}
