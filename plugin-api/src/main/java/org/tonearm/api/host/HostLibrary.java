package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.Stability;

/**
 * What is known of a host's library on this machine.
 *
 * @param support whether it can be worked with
 * @param place the file or folder that it consists of; empty if none was found, or where the host
 *     has none but the files themselves
 * @param version of the library's form, as it says itself; "" if unknown
 * @param reason why it is as it is, as a sentence for the user, with what to do where something is
 *     missing; never blank
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostLibrary(Support support, Optional<Path> place, String version, String reason) {
  /** Whether a library can be worked with. */
  public enum Support {
    /** It was found, and this version of it is known. */
    SUPPORTED,
    /** It was found, and can't be worked with. */
    UNSUPPORTED,
    /** There is none at the usual places. */
    NOT_FOUND
  }

  /** Checks that a reason is given. */
  public HostLibrary {
    Objects.requireNonNull(support);
    Objects.requireNonNull(place);
    Objects.requireNonNull(version);
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a library needs a reason for its state");
    }
  }

  /** Whether it can be worked with. */
  public boolean supported() {
    return support == Support.SUPPORTED;
  }
}
