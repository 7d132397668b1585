package org.tonearm.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import org.tonearm.api.ConfigurationException;

/**
 * The status as a page for a browser on this computer, and as JSON under {@code /status.json}.
 * Bound to the loopback address alone; it only tells. A request under another host's name is
 * refused, so that no web page can read it by giving its own name this address.
 */
public final class StatusPage implements AutoCloseable {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GOOD = 200;

  private final HttpServer server;
  private final Supplier<WatchStatus> status;

  private StatusPage(HttpServer server, Supplier<WatchStatus> status) {
    this.server = server;
    this.status = status;
  }

  /**
   * Opens the page.
   *
   * @param port 0 for any that is free
   * @param status asked on the server's thread
   * @throws ConfigurationException {@code status-port} if the port can't be had
   */
  public static StatusPage open(int port, Supplier<WatchStatus> status)
      throws ConfigurationException {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      StatusPage page = new StatusPage(server, status);
      server.createContext("/", page::answer);
      server.start();
      return page;
    } catch (IOException e) {
      throw new ConfigurationException(
          "status-port",
          "The status page can't have port " + port + ": " + e.getMessage(),
          "Give another port by --status-port, or watch.status-port in tonearm.toml.",
          e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!named(exchange.getRequestHeaders().getFirst("Host"))) {
        send(exchange, FORBIDDEN, "text/plain", "Only for this computer.\n");
      } else if (path.equals("/status.json")) {
        send(exchange, GOOD, "application/json", StatusFile.json(status.get()) + "\n");
      } else if (path.equals("/")) {
        send(exchange, GOOD, "text/html", page());
      } else {
        send(exchange, NOT_FOUND, "text/plain", "There is / and /status.json.\n");
      }
    }
  }

  private static boolean named(String host) {
    return host != null && OWN_NAMES.contains(host.replaceFirst(":[0-9]+$", ""));
  }

  private String page() {
    String text = String.join("\n", status.get().lines());
    return "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"refresh\" content=\"5\"><title>Tonearm watches</title><pre>"
        + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        + "</pre></html>\n";
  }

  private static void send(HttpExchange exchange, int code, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(code, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
