package org.tonearm.players.mpd;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer;
import org.tonearm.players.server.ServerFault;

/**
 * MPD by its own protocol (<a href="https://mpd.readthedocs.io/en/latest/protocol.html">The Music
 * Player Daemon, Protocol</a>): a greeting, the password where there is one, {@code update}.
 */
final class MpdServer implements HostServer {
  private static final int PORT = 6600;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final String GREETING = "OK MPD ";

  @Override
  public URI usualAddress() {
    return URI.create("mpd://localhost:" + PORT);
  }

  @Override
  public String wants() {
    return "Its password, if it has one, in TONEARM_SERVER_SECRET.";
  }

  @Override
  public String refresh(Access access) throws HostException {
    URI server = access.address();
    if (!"mpd".equals(server.getScheme()) || server.getHost() == null) {
      throw ServerFault.address(server, usualAddress().toString());
    }
    String secret = access.secret().orElse("");
    if (secret.indexOf('\n') >= 0) {
      throw ServerFault.denied(server, "a password is one line", wants());
    }
    try (Socket socket = new Socket()) {
      int port = server.getPort() < 0 ? PORT : server.getPort();
      socket.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_MILLIS);
      return talk(server, socket, secret);
    } catch (IOException e) {
      throw ServerFault.unreachable(server, e);
    }
  }

  private String talk(URI server, Socket socket, String secret) throws IOException, HostException {
    AnswerLines in = new AnswerLines(socket, PATIENCE_MILLIS);
    String greeting = in.next();
    if (greeting == null || !greeting.startsWith(GREETING)) {
      throw ServerFault.answer(server, greeting == null ? "it hung up" : greeting);
    }
    if (!secret.isEmpty()) {
      String quoted = secret.replace("\\", "\\\\").replace("\"", "\\\"");
      ask(server, socket.getOutputStream(), in, "password \"" + quoted + "\"");
    }
    String job = ask(server, socket.getOutputStream(), in, "update");
    return "MPD "
        + greeting.substring(GREETING.length())
        + " looks through its folders now"
        + (job.isEmpty() ? "." : " (update " + job + ").");
  }

  /** The number of the update, where one is told; "" else. */
  private String ask(URI server, OutputStream out, AnswerLines in, String command)
      throws IOException, HostException {
    out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    String job = "";
    for (String line = in.next(); line != null; line = in.next()) {
      if (line.equals("OK")) {
        return job;
      }
      if (line.matches("ACK \\[[34]@.*")) { // 3: wrong password, 4: no permission
        throw ServerFault.denied(server, line, wants());
      }
      if (line.startsWith("ACK ")) {
        throw ServerFault.answer(server, line);
      }
      if (line.startsWith("updating_db: ")) {
        job = line.substring("updating_db: ".length());
      }
    }
    throw ServerFault.answer(server, "it hung up");
  }
}
