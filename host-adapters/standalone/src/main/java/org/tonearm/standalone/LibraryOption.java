package org.tonearm.standalone;

import java.nio.file.Path;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.ResultWay;
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

  /** The collection of a host, which a host of mere files does not have. */
  static HostCollection collection(HostAdapter host) throws HostException {
    return host.collection().orElseThrow(() -> none(host));
  }

  private static HostException none(HostAdapter host) {
    return host.library().place().isEmpty()
        ? new HostException(
            "no-library",
            host.displayName() + ": this host has no library of its own.",
            "Name files and folders: 'tonearm tag PATH'.")
        : new HostException(
            "no-library",
            host.displayName() + ": its library is no file that could be written anew.",
            "Tag the files instead: 'tonearm host " + host.id() + " tag'.");
  }

  /** Demands a library that can be read, so that what is wrong with it is told before all else. */
  static void demand(HostAdapter host) throws HostException {
    HostLibrary library = host.library();
    boolean none = library.supported() && library.place().isEmpty();
    if (none || host.ways().contains(ResultWay.COLLECTION)) {
      collection(host);
    } else if (!library.supported()) {
      throw new HostException(
          library.place().isEmpty() ? "no-library" : "library-unreadable",
          host.displayName() + ": " + library.reason(),
          "Name another with --library, or files and folders: 'tonearm tag PATH'.");
    }
  }

  /** Tells what is unsafe about a host's library now. */
  static void warn(Workplace workplace, HostAdapter host) {
    host.hazards()
        .forEach(hazard -> workplace.terminal().err().println(Shown.text(hazard.message())));
  }
}
