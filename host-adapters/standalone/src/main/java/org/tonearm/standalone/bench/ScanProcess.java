package org.tonearm.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileChange;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStats;
import org.tonearm.library.index.IndexScan;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.library.index.LibraryIndex;
import org.tonearm.library.index.ScanTally;
import org.tonearm.tag.codec.CodecRegistry;

/** The process that scans: a word, the library's folder, the index. Prints figures as JSON. */
public final class ScanProcess {
  private ScanProcess() {}

  /** Scans once. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    PeakMemory memory = new PeakMemory();
    long begun = System.nanoTime();
    ScanTally tally;
    try (LibraryIndex index = LibraryIndex.open(Path.of(arguments[2]))) {
      FileReading reading = new FileReading(CodecRegistry.installed(), new FileStats());
      TrackRequest request =
          new TrackRequest(
              List.of(folder), List.of(), List.of(), p -> System.err.println(p.error()));
      tally =
          new IndexScan(index, reading, TagProfile.DEFAULT)
              .run(new LibraryScan().tracks(request), List.of(folder), new Failures(), () -> false);
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
                    tally.files(),
                    tally.files() - tally.unchanged(),
                    seconds,
                    tally.files() / seconds,
                    cpu,
                    memory.heap(),
                    PeakMemory.process())));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  private record Failures() implements IndexScan.Listener {
    @Override
    public void found(Track track, FileChange change, IndexedFile file) {}

    @Override
    public void failed(Track track, TonearmException error) {
      System.err.println(error.getMessage());
    }

    @Override
    public void gone(Path path) {}
  }
}
