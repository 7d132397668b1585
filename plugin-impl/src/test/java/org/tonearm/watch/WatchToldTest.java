package org.tonearm.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.run.TrackStatus;

/** Log, status and unit: what a watch leaves for people. */
final class WatchToldTest {
  private static final WatchStatus STATUS =
      new WatchStatus(
          4711,
          Instant.parse("2026-01-02T03:04:05Z"),
          Instant.parse("2026-01-02T04:04:05Z"),
          List.of("/music/<b>: by events"),
          WatchStatus.Doing.TAGGING,
          3,
          Map.of(TrackStatus.WRITTEN, 2, TrackStatus.FAILED, 1),
          Optional.of(Instant.parse("2026-01-02T04:00:00Z")),
          Optional.of("a.mp3: no audio"));

  @TempDir Path temp;

  @Test
  void theStatusComesBackFromItsFile() throws Exception {
    Path file = temp.resolve("status.json");
    assertThat(StatusFile.read(file)).isEmpty();
    StatusFile.write(file, STATUS);
    assertThat(StatusFile.read(file)).contains(STATUS);
    Files.writeString(file, "{\"pid\":");
    assertThat(StatusFile.read(file)).isEmpty();
    assertThat(STATUS.line()).contains("3 waiting", "2 written, 1 failed", "a.mp3: no audio");
  }

  @Test
  void thePageIsForThisComputerAlone() throws Exception {
    try (StatusPage page = StatusPage.open(0, () -> STATUS)) {
      assertThat(page.address().getAddress().isLoopbackAddress()).isTrue();
      assertThat(ask(page, "/", "localhost:1"))
          .startsWith("HTTP/1.1 200")
          .contains("/music/&lt;b&gt;: by events")
          .doesNotContain("/music/<b>");
      assertThat(ask(page, "/status.json", "127.0.0.1")).contains("\"waiting\":3");
      assertThat(ask(page, "/", "evil.example")).startsWith("HTTP/1.1 403").doesNotContain("music");
      assertThat(ask(page, "/other", "localhost")).startsWith("HTTP/1.1 404");
    }
  }

  private static String ask(StatusPage page, String path, String host) throws IOException {
    try (Socket socket = new Socket(page.address().getAddress(), page.address().getPort())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      return String.join("\n", in.lines().toList());
    }
  }

  @Test
  void theLogStaysWithinItsBound() throws Exception {
    Path file = temp.resolve("watch.log");
    LogFile log = new LogFile(file, 200, 2);
    for (int i = 0; i < 100; i++) {
      log.line("line " + i);
    }
    assertThat(temp.toFile().list())
        .containsExactlyInAnyOrder("watch.log", "watch.log.1", "watch.log.2");
    assertThat(Files.readString(file)).endsWith(" line 99\n");
    assertThat(file.toFile().length()).isBetween(1L, 200L);
    String last = Files.readAllLines(temp.resolve("watch.log.1")).get(0);
    assertThat(last).matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} line [0-9]+");
  }

  @Test
  void theUnitQuotesWhatSystemdWouldRead() throws Exception {
    ServiceUnit unit = new ServiceUnit(temp.resolve("systemd/user"));
    unit.install(
        List.of("/opt/tonearm", "watch", "/my music/50% \"live\"/$HOME", "--quiet-hours", "a\\b"),
        Path.of("/home/me 100%"),
        Map.of("TONEARM_HOME", "/data $x"));
    assertThat(Files.readAllLines(unit.file()))
        .contains(
            "ExecStart=\"/opt/tonearm\" \"watch\" \"/my music/50%% \\\"live\\\"/$$HOME\""
                + " \"--quiet-hours\" \"a\\\\b\"",
            "Restart=on-failure",
            "RestartForceExitStatus=75",
            "RestartPreventExitStatus=2",
            "WorkingDirectory=/home/me 100%%",
            "Environment=\"TONEARM_HOME=/data $x\"",
            "Nice=10")
        .noneMatch(line -> line.contains("@"));
    assertThat(unit.uninstall()).isTrue();
    assertThat(unit.file()).doesNotExist();
    assertThat(unit.uninstall()).isFalse();
  }

  @Test
  void anothersUnitIsLeftAlone() throws Exception {
    ServiceUnit unit = new ServiceUnit(temp);
    Files.writeString(unit.file(), "[Unit]\n");
    assertThatThrownBy(() -> unit.install(List.of("x"), temp, Map.of()))
        .isInstanceOf(ConfigurationException.class);
    assertThatThrownBy(unit::uninstall).isInstanceOf(ConfigurationException.class);
    assertThat(unit.file()).hasContent("[Unit]");
  }
}
