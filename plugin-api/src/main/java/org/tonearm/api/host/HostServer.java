package org.tonearm.api.host;

import java.net.URI;
import java.util.Optional;
import org.tonearm.api.Stability;

/** A host that runs as a server and can be asked to look through its library again. */
@Stability(Stability.Level.EXPERIMENTAL)
public interface HostServer {

  /** Where it answers if nobody says otherwise, such as {@code http://localhost:4533}. */
  URI usualAddress();

  /** What it wants to be told beside its address, as a sentence for the user. */
  String wants();

  /**
   * Asks the server to look for changed files, and waits for its answer, not for the end of its
   * work. Blocks; at most some ten seconds for each of its answers.
   *
   * @return what the server said, as one sentence for the user
   * @throws HostException {@code server-address} (no address of this kind of server), {@code
   *     server-unreachable}, {@code server-denied} (user or secret), {@code server-answer} (an
   *     answer that is none of this server)
   */
  String refresh(Access access) throws HostException;

  /**
   * How a server is reached.
   *
   * @param address of the server
   * @param user name to log in with; empty where none is needed
   * @param secret password or key; never shown or logged
   */
  record Access(URI address, Optional<String> user, Optional<String> secret) {
    @Override
    public String toString() {
      return address.toString(); // The secret stays out of every log.
    }
  }
}
