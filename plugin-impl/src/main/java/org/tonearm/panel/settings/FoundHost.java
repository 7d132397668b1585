package org.tonearm.panel.settings;

import java.util.Optional;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostLibrary;

/**
 * A program whose library can be tagged, and what was found of it here.
 *
 * @param name the program's own
 * @param library what was found, with the reason
 */
public record FoundHost(String name, HostLibrary library) {

  /** Looks. A host that fails is told as one that can't be worked with. */
  public static FoundHost of(HostAdapter host) {
    try {
      return new FoundHost(host.displayName(), host.library());
    } catch (RuntimeException e) {
      return new FoundHost(
          host.displayName(),
          new HostLibrary(
              HostLibrary.Support.UNSUPPORTED, Optional.empty(), "", "It can't be read: " + e));
    }
  }
}
