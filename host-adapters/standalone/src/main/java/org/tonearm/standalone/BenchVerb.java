package org.tonearm.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.RunSettings;
import org.tonearm.standalone.bench.ScanBench;
import org.tonearm.standalone.bench.ScanFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tonearm bench}. */
@Command(
    name = "bench",
    header = "Measure Tonearm on this computer.",
    footer = {
      "",
      "Examples:",
      "  tonearm bench scan",
      "  tonearm bench scan --files 20000 --folder /mnt/nas/scratch --json",
      "  tonearm bench tracks ~/Music/Album             where the time of a track goes",
      "  tonearm bench tracks --limit 200 --excerpts 3 ~/Music",
      "  tonearm bench panel --rows 100000              whether the window stays smooth",
      "  tonearm bench networks --network song-lstm,wu-indrnn"
    })
final class BenchVerb implements Callable<Integer> {
  private final Workplace workplace;

  /** What is measured. */
  enum Subject {
    /** Scanning a library into the index, and scanning it again. */
    SCAN,
    /** Hearing and tagging tracks of one's own, stage by stage. */
    TRACKS,
    /** The panel's views, with as many tracks as a large library has. */
    PANEL,
    /** The networks of the papers, one after the other. */
    NETWORKS
  }

  @Parameters(
      index = "0",
      paramLabel = "SUBJECT",
      description =
          "What is measured: scan (a first and a second scan into the index, of small files made for"
              + " that), tracks (hearing and tagging, on copies of yours), panel (its views, full of"
              + " made-up tracks), or networks (those of the papers: a step of learning, hearing,"
              + " memory).")
  private Subject subject;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PATH",
      description = "For tracks: files, and folders with all that is in them. They are only read.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "For tracks: at most so many (default: ${DEFAULT-VALUE}).")
  private int limit = 20;

  @Option(
      names = "--excerpts",
      paramLabel = "whole|N",
      description = "For tracks: as for 'tonearm tag' (default: ${DEFAULT-VALUE}).")
  private String excerpts = "whole";

  @Option(
      names = "--backend",
      paramLabel = "auto|cpu|cuda",
      description =
          "For the whole runs over tracks: as for 'tonearm tag' (default: ${DEFAULT-VALUE}). The"
              + " stages are measured on the processor.")
  private String backend = "auto";

  @Option(
      names = "--files",
      paramLabel = "N",
      description = "Files of the library (default: ${DEFAULT-VALUE}).")
  private int files = 100_000;

  @Option(
      names = "--compare",
      paramLabel = "N",
      description =
          "Files of the smaller library whose memory is compared, 0 for none (default:"
              + " ${DEFAULT-VALUE}).")
  private int compare = 10_000;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Where the libraries are made; they stay there and are used again (default: a temporary"
              + " folder, removed at the end).")
  private Path folder;

  @Option(
      names = "--heap",
      paramLabel = "MIB",
      description = "Heap of the scanning process in MiB (default: ${DEFAULT-VALUE}).")
  private int heap = 32;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "For the panel: tracks in the table (default: ${DEFAULT-VALUE}).")
  private int rows = 100_000;

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "For the panel: tracks on the mood map (default: ${DEFAULT-VALUE}).")
  private int points = 20_000;

  @Option(
      names = "--network",
      split = ",",
      paramLabel = "ID",
      description = "For networks: measure these alone (default: all).")
  private Set<String> networks = new LinkedHashSet<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "For networks: the --out of 'tonearm evaluate --suite papers', whose table then tells"
              + " these figures.")
  private Path out;

  @Option(names = "--json", description = "Print the figures as one line of JSON.")
  private boolean json;

  @Mixin private ConfigurationOption configuration;

  BenchVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws IOException, InterruptedException, TonearmException {
    if (subject == Subject.TRACKS) {
      RunSettings settings =
          configuration.settings(
              workplace,
              new Choices()
                  .with("--excerpts", excerpts, "listening.excerpts")
                  .with("--backend", backend, "listening.backend")
                  .all());
      return new TrackBench(workplace, json).run(paths, settings, limit, excerpts, backend);
    }
    if (subject == Subject.PANEL) {
      return new PanelBench(workplace, json).run(Math.max(1, rows), Math.max(1, points));
    }
    if (subject == Subject.NETWORKS) {
      return new NetworkBench(workplace, json).run(networks, out);
    }
    List<ScanFigures> figures = scans();
    if (json) {
      workplace.terminal().out().println(new ObjectMapper().writeValueAsString(figures));
    } else {
      show(figures);
    }
    return ExitCode.GOOD;
  }

  private List<ScanFigures> scans() throws IOException, InterruptedException {
    TreeSet<Integer> sizes = new TreeSet<>(List.of(Math.max(1, files)));
    if (compare > 0) {
      sizes.add(compare);
    }
    Path place = folder == null ? Files.createTempDirectory("tonearm-bench") : folder;
    try {
      List<ScanFigures> figures = new ArrayList<>();
      for (int size : sizes) {
        workplace.terminal().err().printf(Locale.ROOT, "Scanning %,d files …%n", size);
        Path library = place.resolve("tonearm-bench-" + size);
        figures.addAll(new ScanBench(heap).run(library, size));
      }
      return figures;
    } finally {
      if (folder == null) {
        ScanBench.remove(place);
      }
    }
  }

  private void show(List<ScanFigures> figures) {
    PrintStream out = workplace.terminal().out();
    out.println("   files  scan      seconds   files/s  CPU s  opened  heap MiB  process MiB");
    for (ScanFigures row : figures) {
      out.printf(
          Locale.ROOT,
          "%,8d  %-7s %9.2f %,9.0f %6.1f %,7d %9.1f %12.1f%n",
          row.files(),
          row.scan(),
          row.seconds(),
          row.filesPerSecond(),
          row.cpuSeconds(),
          row.read(),
          row.peakHeapBytes() / 1048576.0,
          row.peakProcessBytes() / 1048576.0);
    }
    for (int i = 2; i < figures.size(); i++) {
      ScanFigures small = figures.get(i - 2);
      ScanFigures large = figures.get(i);
      if (small.peakProcessBytes() > 0) {
        out.printf(
            Locale.ROOT,
            "Peak memory of the %s scan: %+.1f %% against %,d files.%n",
            large.scan(),
            100.0 * large.peakProcessBytes() / small.peakProcessBytes() - 100,
            small.files());
      }
    }
  }
}
