package org.tonearm.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStats;
import org.tonearm.library.index.FrameStore;
import org.tonearm.library.index.LibraryIndex;
import org.tonearm.run.Recollection;
import org.tonearm.tag.codec.CodecRegistry;

/** The process that scans: a word, the library's folder, the index. Prints figures as JSON. */
public final class ScanProcess {
  private ScanProcess() {}

  /** Scans once. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    PeakMemory memory = new PeakMemory();
    long begun = System.nanoTime();
    long files = 0;
    long read = 0;
    Path index = Path.of(arguments[2]);
    try (LibraryIndex known = LibraryIndex.open(index)) {
      Recollection recollection =
          new Recollection(
              Optional.of(known),
              new FrameStore(index.resolveSibling("frames"), 0),
              new FileReading(CodecRegistry.installed(), new FileStats()));
      TrackRequest request =
          new TrackRequest(
              List.of(folder), List.of(), List.of(), p -> System.err.println(p.error()));
      try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
        for (Track track : (Iterable<Track>) tracks::iterator) {
          files++;
          // As a run looks at each track before it decides whether to hear it.
          read += recollection.look(track, TagProfile.DEFAULT).snapshot().isPresent() ? 1 : 0;
        }
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpu = cpuSeconds();
    System.gc(); // so that at least one major collection is seen
    Thread.sleep(200); // notes of collections come on a thread of their own
    System.out.println(
        new ObjectMapper()
            .writeValueAsString(
                new ScanFigures(
                    arguments[0],
                    files,
                    read,
                    seconds,
                    files / seconds,
                    cpu,
                    memory.heap(),
                    PeakMemory.process())));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }
}
