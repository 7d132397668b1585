package org.tonearm.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.LibraryScan;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.secondreader.JaudiotaggerReader;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoReport;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.taxonomy.Taxonomy;

/** Sends one file the way of a track: scan, decode, plan, write, read again, undo. */
final class Trial {
  private static final int RATE = 22_050;
  private static final List<Verdict> VERDICTS =
      List.of(verdict(Task.GENRE, "jazz"), verdict(Task.MOOD, "calm"));

  private final AudioDecoder decoder;
  private final Journal journal;
  private final CodecRegistry codecs = CodecRegistry.installed();
  private final TagPlanner planner = new TagPlanner(Taxonomy.standard());
  private final TagWriter writer = new TagWriter(codecs, new JaudiotaggerReader()::read);

  /**
   * @param decoder as in use, in workers
   * @param journal of its own
   */
  Trial(AudioDecoder decoder, Journal journal) {
    this.decoder = decoder;
    this.journal = journal;
  }

  /** Whatever is thrown on the way and is no refusal with a reason ends up among the offences. */
  Finding of(Path file) throws InterruptedException {
    Finding finding = new Finding();
    step(finding, "scan", () -> scan(file, finding));
    step(finding, "decode", () -> decode(file));
    step(finding, "tags", () -> tags(file, finding));
    return finding;
  }

  private interface Step {
    String take() throws TonearmException, IOException, InterruptedException;
  }

  private static void step(Finding finding, String name, Step step) throws InterruptedException {
    try {
      finding.outcome(name, step.take());
    } catch (TonearmException e) {
      finding.refused(name, e);
    } catch (IOException | RuntimeException | Error e) {
      finding.offence(name, e);
    }
  }

  private static String scan(Path file, Finding finding) {
    TrackRequest request =
        new TrackRequest(
            List.of(file.getParent()),
            List.of("*"),
            List.of(),
            problem -> finding.refused("scan", problem.error()));
    try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
      return tracks.anyMatch(track -> track.path().equals(file)) ? "found" : "not found";
    }
  }

  private String decode(Path file) throws TonearmException, InterruptedException {
    Numbers sink = new Numbers();
    DecodeReport report = decoder.decode(file, RATE, Excerpts.WHOLE, sink);
    if (sink.samples != report.samples() || !sink.finite) {
      throw new IllegalStateException("samples that were not reported, or are no numbers");
    }
    return report.complete() ? "whole" : "in part";
  }

  private String tags(Path file, Finding finding) throws TonearmException, IOException {
    TagSnapshot before = codecs.codecFor(file).read(file, TagProfile.DEFAULT);
    TagPlan plan =
        planner.plan(new Track(file, "fuzz"), before, VERDICTS, Map.of(), PlanSettings.DEFAULT);
    if (plan.changes().isEmpty()) {
      return "nothing to change";
    }
    byte[] old = Files.readAllBytes(file);
    JournalRun run = journal.begin("fuzz");
    try {
      writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    } catch (TonearmException e) {
      finding.refused("write", e);
      if (!Arrays.equals(old, Files.readAllBytes(file))) {
        throw new IllegalStateException("refused, and changed nevertheless", e);
      }
      return "refused when written";
    } finally {
      run.finish();
      noneLeftOver(file);
    }
    TagSnapshot after = codecs.codecFor(file).read(file, TagProfile.DEFAULT);
    check(after.audioHash().equals(before.audioHash()), "the audio changed");
    for (FieldChange change : plan.changes()) {
      List<String> values = after.fields().get(change.field()).values();
      check(values.equals(change.after()), change + " became " + values);
    }
    undo(file, run, before);
    return "written and undone";
  }

  private void undo(Path file, JournalRun run, TagSnapshot before)
      throws TonearmException, IOException {
    List<String> told = new ArrayList<>();
    UndoReport report =
        new Undo(journal, codecs, writer)
            .undo(run.id(), false, undone -> told.add(undone.toString()));
    check(
        report.restored() == 1 && report.failed() == 0 && report.conflicting() == 0,
        "undo: " + told);
    TagSnapshot back = codecs.codecFor(file).read(file, TagProfile.DEFAULT);
    check(back.audioHash().equals(before.audioHash()), "the audio changed by the undo");
    check(back.fields().equals(before.fields()), "undo left " + back.fields());
    check(sorted(back).equals(sorted(before)), "undo left other items: " + back.others());
    noneLeftOver(file);
  }

  private static List<String> sorted(TagSnapshot snapshot) {
    List<String> items = new ArrayList<>();
    snapshot.others().forEach(item -> items.add(item.toString()));
    items.sort(null);
    return items;
  }

  private static void noneLeftOver(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      check(files.count() == 1, "a temporary file was left");
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static Verdict verdict(Task task, String label) {
    List<LabelScore> labels = List.of(new LabelScore(label, 0.9));
    return new Verdict(task, "fuzz-1", labels, labels, "");
  }

  /** Counts samples and looks at them. */
  private static final class Numbers implements PcmSink {
    private long samples;
    private boolean finite = true;

    @Override
    public void begin(double startSeconds) {
      finite &= Double.isFinite(startSeconds);
    }

    @Override
    public void accept(float[] taken, int offset, int length) {
      samples += length;
      for (int i = offset; i < offset + length; i++) {
        finite &= Float.isFinite(taken[i]);
      }
    }
  }
}
