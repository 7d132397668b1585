package org.tonearm.players.mpd;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The lines that a server answers, all of them within one time limit. Confined to one thread. */
final class AnswerLines {
  private static final int LONGEST_BYTES = 1 << 16;

  private final Socket socket;
  private final InputStream in;
  private final long end;

  AnswerLines(Socket socket, int patienceMillis) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
  }

  /**
   * The next line; null at the end.
   *
   * @throws IOException if it takes too long, is too long, or can't be read
   */
  String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (line.size() < LONGEST_BYTES) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new SocketTimeoutException("its answer does not end");
      }
      socket.setSoTimeout((int) left);
      int next = in.read();
      if (next == '\n') {
        return line.toString(StandardCharsets.UTF_8);
      }
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    throw new IOException("a line of its answer is longer than " + LONGEST_BYTES + " bytes");
  }
}
