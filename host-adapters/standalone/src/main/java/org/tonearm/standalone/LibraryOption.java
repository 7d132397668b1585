package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostListing;
import picocli.CommandLine.Option;

/** Which library of a host. */
final class LibraryOption {
  @Option(
      names = "--library",
      paramLabel = "FILE",
      description = "The program's library (default: where 'tonearm hosts' found it).")
  private Path library;

  /** The host, on that library. */
  HostAdapter of(HostVerb verb) throws HostException {
    HostAdapter host = verb.host();
    return library == null ? host : host.at(library);
  }

  /** The library of a host, which a host of mere files does not have. */
  static HostListing listing(HostAdapter host) throws HostException {
    Optional<? extends HostListing> listing = host.listing();
    if (listing.isEmpty()) {
      throw new HostException(
          "no-library",
          host.displayName() + ": this host has no library that could be listed.",
          "Name files and folders: '" + tagging(host) + " PATH'.");
    }
    return listing.get();
  }

  private static String tagging(HostAdapter host) {
    boolean plain = host instanceof StandaloneHost;
    return plain ? "tonearm tag" : "tonearm host " + host.id() + " tag";
  }

  /** The library of a host as a collection that can be exported anew. */
  static HostCollection collection(HostAdapter host) throws HostException {
    listing(host);
    return host.collection()
        .orElseThrow(
            () ->
                new HostException(
                    "no-library",
                    host.displayName() + ": its library can't be exported anew.",
                    "Tag the files, or make playlists: --playlists DIR."));
  }

  /** Tells what is unsafe about a host's library now. */
  static void warn(Workplace workplace, HostAdapter host) {
    host.hazards()
        .forEach(hazard -> workplace.terminal().err().println(Shown.text(hazard.message())));
  }
}
