package org.tonearm.players.server;

import java.net.URI;
import org.tonearm.api.host.HostException;

/** What can go wrong with a server, in words; no secret ever stands in them. */
public final class ServerFault {
  private ServerFault() {}

  /** There is no answer. */
  public static HostException unreachable(URI server, Exception cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new HostException(
        "server-unreachable",
        plain(server) + ": does not answer: " + reason,
        "Check that the server runs, and name its address with --server.",
        cause);
  }

  /** It does not let us. */
  public static HostException denied(URI server, String said, String wants) {
    return new HostException(
        "server-denied", plain(server) + ": refuses the request: " + said, wants, null);
  }

  /** It is another kind of server, or answers in a way that is not known. */
  public static HostException answer(URI server, String said) {
    return new HostException(
        "server-answer",
        plain(server) + ": this is no answer of the server that was expected: " + said,
        "Check the address, and that it is this kind of server.",
        null);
  }

  /** The address is of another kind. */
  public static HostException address(URI server, String expected) {
    return new HostException(
        "server-address",
        plain(server) + ": is no address of this kind of server.",
        "Name one such as " + expected + ".",
        null);
  }

  /** Without what may stand in it beside the server's name. */
  private static String plain(URI server) {
    return server.getScheme()
        + "://"
        + server.getHost()
        + (server.getPort() < 0 ? "" : ":" + server.getPort());
  }
}
