package org.tonearm.players.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tonearm.api.host.HostServer.Access;

/** A web server on this machine that notes what it is asked, and answers always the same. */
public final class LocalWeb implements AutoCloseable {

  /** What it was asked. */
  public record Asked(String method, URI uri, String authorization, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** Answers with a status and a text. */
  public LocalWeb(int status, String answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              new Asked(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.getResponseHeaders().set("Location", "http://elsewhere.invalid/");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** What it was asked so far. */
  public List<Asked> asked() {
    return asked;
  }

  /** How it is reached, below a path. */
  public Access access(String path, String user, String secret) {
    return new Access(
        URI.create("http://localhost:" + server.getAddress().getPort() + path),
        Optional.ofNullable(user),
        Optional.ofNullable(secret));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
