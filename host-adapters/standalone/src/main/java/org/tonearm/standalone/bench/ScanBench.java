package org.tonearm.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a library, and scans it twice into an index, each time in a process of its own. */
public final class ScanBench {
  private final int heapMebibytes;

  /**
   * @param heapMebibytes bound of the scanning process's heap
   */
  public ScanBench(int heapMebibytes) {
    this.heapMebibytes = heapMebibytes;
  }

  /**
   * Measures.
   *
   * @param folder where the library is made; what is there is used again
   * @param files how many files the library has
   * @return the first scan's figures and the second's
   * @throws IOException if the library can't be made
   * @throws IllegalStateException if a scan fails
   */
  public List<ScanFigures> run(Path folder, int files) throws IOException, InterruptedException {
    SmallFiles.make(folder, files);
    Path home = Files.createTempDirectory("tonearm-bench-index");
    try {
      List<ScanFigures> figures = new ArrayList<>();
      for (String scan : List.of("first", "second")) {
        figures.add(scan(scan, folder, home.resolve("index.db")));
      }
      return figures;
    } finally {
      remove(home);
    }
  }

  /** Removes a folder that was made for measuring. */
  public static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    }
  }

  private ScanFigures scan(String scan, Path folder, Path index)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // The optimising compiler takes some 20 MiB more the longer a process runs,
                // whatever
                // it does: that would hide what the library takes.
                "-XX:TieredStopAtLevel=1",
                "-Xms" + heapMebibytes + "m",
                "-Xmx" + heapMebibytes + "m",
                // All of the heap is there from the start, so that the process shows what else
                // grows.
                "-XX:+AlwaysPreTouch",
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ScanProcess.class.getName(),
                scan,
                folder.toString(),
                index.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "the " + scan + " scan ended with code " + process.exitValue());
      }
      return new ObjectMapper().readValue(printed, ScanFigures.class);
    } finally {
      process.destroyForcibly();
    }
  }
}
