package org.tonearm.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.standalone.bench.RunBench;
import org.tonearm.standalone.bench.RunFigures;
import org.tonearm.standalone.bench.StageBench;
import org.tonearm.standalone.bench.StageFigures;

/** {@code tonearm bench tracks}: where the time of a track goes, and how many a minute. */
final class TrackBench {
  private static final int BAR = 40;

  private final Workplace workplace;
  private final boolean json;

  TrackBench(Workplace workplace, boolean json) {
    this.workplace = workplace;
    this.json = json;
  }

  /**
   * Measures and tells.
   *
   * @param settings name the models, and which of genre and mood are told
   * @param limit tracks at most
   * @param excerpts a number, or {@code whole}
   */
  int run(List<Path> paths, RunSettings settings, int limit, String excerpts, String backend)
      throws IOException, InterruptedException, TonearmException {
    List<Path> tracks = tracks(paths, limit);
    Excerpts parts = new Excerpts(excerpts.equals("whole") ? 0 : Integer.parseInt(excerpts));
    workplace.terminal().err().printf("Hearing %d tracks, stage by stage …%n", tracks.size());
    StageBench.Measured measured;
    List<String> models;
    try (Composition composition = workplace.composition(settings.configuration());
        BenchModels opened = BenchModels.open(composition, settings.listening());
        Progress progress =
            Progress.of(workplace.terminal(), () -> OptionalLong.of(tracks.size()))) {
      models = opened.options();
      measured =
          new StageBench(new FfmpegDecoder(), opened.ears(), parts, told(progress)).run(tracks);
    }
    workplace.terminal().err().println("Tagging copies of them …");
    RunBench bench =
        RunBench.ofThisProgram(
            ManagementFactory.getRuntimeMXBean().getInputArguments(), Main.class);
    List<RunFigures> runs = new ArrayList<>();
    for (int jobs : new int[] {1, Runtime.getRuntime().availableProcessors()}) {
      List<String> options = new ArrayList<>(models);
      options.addAll(List.of("--excerpts", excerpts, "--jobs", "" + jobs, "--backend", backend));
      workplace.cancellation().check();
      runs.add(bench.run(measured.heard(), options, workplace.data().models()));
    }
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("stages", measured.stages());
      all.put("oneJob", runs.get(0));
      all.put("allCores", runs.get(1));
      workplace.terminal().out().println(new ObjectMapper().writeValueAsString(all));
    } else {
      show(measured.stages(), runs);
    }
    return ExitCode.GOOD;
  }

  private StageBench.Listener told(Progress progress) {
    return new StageBench.Listener() {
      @Override
      public void heard() throws InterruptedException {
        workplace.cancellation().check();
        progress.step();
      }

      @Override
      public void failed(Path track, TonearmException problem) throws InterruptedException {
        workplace.cancellation().check();
        progress.step();
        workplace
            .terminal()
            .err()
            .println("Left out: " + Shown.text(problem.getMessage()) + " [" + problem.code() + "]");
      }
    };
  }

  private List<Path> tracks(List<Path> paths, int limit) throws ConfigurationException {
    TrackRequest request = new TrackRequest(paths, List.of(), List.of(), problem -> {});
    try (Stream<Track> found = workplace.host().tracks(request)) {
      List<Path> tracks = found.map(Track::path).limit(Math.max(1, limit)).toList();
      if (tracks.isEmpty()) {
        throw new ConfigurationException(
            "no-tracks",
            "There are no audio files to measure with.",
            "Name some files or folders: tonearm bench tracks ~/Music");
      }
      return tracks;
    }
  }

  private void show(List<StageFigures> stages, List<RunFigures> runs) {
    PrintStream out = workplace.terminal().out();
    double decode = stages.get(0).cpuSeconds();
    double sum = stages.stream().mapToDouble(StageFigures::cpuSeconds).sum();
    out.println("stage               CPU s a track  x decoding");
    for (StageFigures stage : stages) {
      out.printf(
          Locale.ROOT,
          "%-20s %12.3f %11.2f  %s%n",
          stage.stage(),
          stage.cpuSeconds(),
          stage.cpuSeconds() / decode,
          "#".repeat((int) Math.round(BAR * stage.cpuSeconds() / sum)));
    }
    out.printf(Locale.ROOT, "%-20s %12.3f %11.2f%n%n", "all, on one thread", sum, sum / decode);
    out.println("whole run of tag         seconds  CPU s a track  x decoding  tracks a minute");
    for (int i = 0; i < runs.size(); i++) {
      RunFigures run = runs.get(i);
      double each = run.cpuSeconds() / run.tracks();
      out.printf(
          Locale.ROOT,
          "%-20s %11.1f %14.3f %11.2f %16.1f%n",
          i == 0 ? "one track at a time" : "one a core",
          run.seconds(),
          each,
          each / decode,
          60 * run.tracks() / run.seconds());
    }
  }
}
