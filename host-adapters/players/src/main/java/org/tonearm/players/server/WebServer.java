package org.tonearm.players.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostServer.Access;

/** One request to a server on the web. Follows no redirection: a key goes to no other place. */
public final class WebServer {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_BYTES = 1 << 16;
  private static final int FIRST_REDIRECTION = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int FIRST_FAULT = 400;

  private final Access access;
  private final String wants;

  /**
   * @param wants what to do where the server refuses, as a sentence
   * @throws HostException {@code server-address} if it is none of the web
   */
  public WebServer(Access access, String usual, String wants) throws HostException {
    String scheme = String.valueOf(access.address().getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw ServerFault.address(access.address(), usual);
    }
    this.access = access;
    this.wants = wants;
  }

  /**
   * Begins a request.
   *
   * @param path with a slash before it; put behind the path of the server's own address
   */
  public HttpRequest.Builder to(String path) {
    String address = access.address().toString();
    String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
  }

  /**
   * Sends it, and returns what was answered, its beginning if it is long.
   *
   * @throws HostException {@code server-unreachable}, {@code server-denied}, {@code server-answer}
   */
  public String send(HttpRequest request) throws HostException {
    URI server = access.address();
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      CompletableFuture<HttpResponse<InputStream>> answer =
          client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
      CompletableFuture<String> read = answer.thenApplyAsync(WebServer::body);
      String body;
      try {
        body = read.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } finally {
        answer.cancel(true);
      }
      HttpResponse<InputStream> response = answer.join();
      int status = response.statusCode();
      if (status == UNAUTHORIZED || status == FORBIDDEN) {
        throw ServerFault.denied(server, "status " + status, wants);
      }
      if (status >= FIRST_FAULT) {
        throw ServerFault.answer(server, "status " + status);
      }
      if (status >= FIRST_REDIRECTION) {
        throw ServerFault.answer(
            server, "it sends elsewhere (status " + status + "); name that address");
      }
      return body;
    } catch (ExecutionException e) {
      throw ServerFault.unreachable(server, e.getCause() instanceof Exception cause ? cause : e);
    } catch (TimeoutException e) {
      throw ServerFault.unreachable(
          server, new IOException("no whole answer within " + PATIENCE.toSeconds() + " s", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ServerFault.unreachable(server, e);
    }
  }

  private static String body(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      return new String(in.readNBytes(LONGEST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
