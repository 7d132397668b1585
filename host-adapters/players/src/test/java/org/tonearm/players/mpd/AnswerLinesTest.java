package org.tonearm.players.mpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AnswerLinesTest {
  @Test
  void readsLinesToTheEnd() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
      try (Socket answering = server.accept()) {
        answering.getOutputStream().write("OK MPD é\nOK\n".getBytes(StandardCharsets.UTF_8));
      }
      AnswerLines lines = new AnswerLines(client, 60_000);
      assertThat(lines.next()).isEqualTo("OK MPD é");
      assertThat(lines.next()).isEqualTo("OK");
      assertThat(lines.next()).isNull();
    }
  }

  @Test
  void anEndlessLineIsAFault() throws IOException {
    byte[] much = new byte[100_000];
    Arrays.fill(much, (byte) 'x');
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket answering = server.accept()) {
      OutputStream out = answering.getOutputStream();
      out.write(much);
      out.flush();
      AnswerLines lines = new AnswerLines(client, 60_000);
      assertThatThrownBy(lines::next).hasMessageContaining("longer than");
    }
  }

  @Test
  void manySlowLinesShareOneTimeLimit() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket answering = server.accept()) {
      answering.getOutputStream().write("a\nb\n".getBytes(StandardCharsets.UTF_8));
      AnswerLines lines = new AnswerLines(client, 300);
      assertThatThrownBy(
              () -> {
                while (lines.next() != null) {
                  answering.getOutputStream().write("more\n".getBytes(StandardCharsets.UTF_8));
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessageMatching(".*(does not end|timed out).*");
    }
  }
}
