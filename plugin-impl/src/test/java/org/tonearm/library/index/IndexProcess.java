package org.tonearm.library.index;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.audio.DecodeReport;

/** Another process that uses an index or a store of frames. */
final class IndexProcess {
  private IndexProcess() {}

  /** Starts one; its stdout can be read. */
  static Process start(String what, Path place) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path").replace("\n", File.pathSeparator),
            IndexProcess.class.getName(),
            what,
            place.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws Exception {
    Path place = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "hold" -> {
        try (LibraryIndex index = LibraryIndex.open(place)) {
          System.out.println("open");
          System.out.flush();
          Thread.sleep(600_000);
          index.find(place);
        }
      }
      case "write" -> {
        try (LibraryIndex index = LibraryIndex.open(place)) {
          for (int i = 0; i < 100; i++) {
            index.record(LibraryIndexTest.file("/there/" + i + ".mp3"));
          }
        }
      }
      case "frames" -> {
        FrameStore store = new FrameStore(place, FrameStoreTest.BOUND);
        for (int i = 0; i < 40; i++) {
          FrameStoreTest.store(store, FrameStoreTest.key("there" + i), 50);
        }
      }
      case "half" -> {
        // Commits one entry, then is killed in the middle of the next.
        FrameStore store = new FrameStore(place, FrameStoreTest.BOUND);
        FrameStoreTest.store(store, FrameStoreTest.key("whole"), 50);
        try (FrameRecording recording = store.record(FrameStoreTest.key("half"), 8)) {
          recording.begin(0);
          for (int i = 0; i < 100; i++) {
            recording.frame(new float[8]);
          }
          System.out.println("half");
          System.out.flush();
          Thread.sleep(600_000);
          recording.commit(new DecodeReport(1, 1, true, "x", List.of()));
        }
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }
}
