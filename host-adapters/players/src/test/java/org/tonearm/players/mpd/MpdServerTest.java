package org.tonearm.players.mpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer.Access;

final class MpdServerTest {

  /** Says a line first, then one to each line that it is told; then hangs up. */
  private static final class Spoken implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Thread thread;

    Spoken(String greeting, String... answers) throws IOException {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      thread =
          new Thread(
              () -> {
                try (Socket one = socket.accept()) {
                  BufferedReader in =
                      new BufferedReader(
                          new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
                  say(one, greeting);
                  for (String answer : answers) {
                    told.add(in.readLine());
                    say(one, answer);
                  }
                } catch (IOException e) {
                  told.add("broken off");
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    private static void say(Socket socket, String text) throws IOException {
      socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Access access(String secret) {
      return new Access(
          URI.create("mpd://localhost:" + socket.getLocalPort()),
          Optional.empty(),
          Optional.ofNullable(secret));
    }

    /**
     * Once closed nobody listens there: a thread that still waits in accept would keep the port.
     */
    @Override
    public void close() throws IOException {
      socket.close();
      try {
        thread.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void asksForAnUpdate() throws IOException, HostException {
    try (Spoken mpd = new Spoken("OK MPD 0.23.5", "updating_db: 7\nOK")) {
      assertThat(new MpdServer().refresh(mpd.access(null)))
          .isEqualTo("MPD 0.23.5 looks through its folders now (update 7).");
      assertThat(mpd.told).containsExactly("update");
    }
  }

  @Test
  void saysThePasswordFirst() throws IOException, HostException {
    try (Spoken mpd = new Spoken("OK MPD 0.23.5", "OK", "updating_db: 7\nOK")) {
      new MpdServer().refresh(mpd.access("a \"b\\"));
      assertThat(mpd.told).containsExactly("password \"a \\\"b\\\\\"", "update");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OK MPD 0.23.5, ACK [4@0] {update} you don't have permission, server-denied",
    "OK MPD 0.23.5, ACK [3@0] {password} incorrect password, server-denied",
    "OK MPD 0.23.5, ACK [5@0] {} unknown command, server-answer",
    "OK MPD 0.23.5, '', server-answer",
    "220 ftp ready, '', server-answer"
  })
  void tellsWhatWentWrong(String greeting, String answer, String code) throws IOException {
    try (Spoken mpd = new Spoken(greeting, answer)) {
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> new MpdServer().refresh(mpd.access(null)))
          .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
  }

  @Test
  void tellsThatNobodyAnswers() throws IOException {
    Access gone;
    try (Spoken mpd = new Spoken("")) {
      gone = mpd.access(null);
    }
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> new MpdServer().refresh(gone))
        .satisfies(e -> assertThat(e.code()).isEqualTo("server-unreachable"));
    Access web = new Access(URI.create("http://localhost"), Optional.empty(), Optional.empty());
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> new MpdServer().refresh(web))
        .satisfies(e -> assertThat(e.code()).isEqualTo("server-address"));
  }
}
