package org.tonearm.tag.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.secondreader.JaudiotaggerReader;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;

/**
 * A process that writes tags as Tonearm does (all codecs, jaudiotagger's second look, a journal of
 * its own), without hearing anything first: made to be killed, watched, and hindered.
 *
 * <p>It begins with a write elsewhere, so that later system calls are those of a write and not of
 * loading classes; prints {@code ready} with the number of its main thread; and waits for a line.
 */
final class KillSubject {
  /** What it writes into the genre if nothing else is asked for by this property. */
  static final String GENRE = "Jazz";

  static final String GENRE_PROPERTY = "subject.genre";

  private final List<String> genres = List.of(System.getProperty(GENRE_PROPERTY, GENRE));
  private final CodecRegistry codecs =
      new CodecRegistry(
          ServiceLoader.load(TagCodec.class).stream().map(ServiceLoader.Provider::get).toList());
  private final PrintStream out;
  private final StepListener steps;

  private KillSubject(PrintStream out, StepListener steps) {
    this.out = out;
    this.steps = steps;
  }

  /**
   * Arguments: {@code write|steps|paced SONG JOURNAL WARM_UP_FOLDER}, where {@code steps} prints
   * each step and {@code paced} waits for a line at each; {@code race LIST JOURNAL WARM_UP_FOLDER},
   * which plans all songs of a list before it is ready, and then writes them; {@code serve SONG
   * JOURNAL WARM_UP_FOLDER}, which is ready again and again and then takes a line with a song and
   * its journal, tab between; or {@code recover|tag|undo LIST} with a song and its journal a line,
   * tab between.
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    KillSubject subject = new KillSubject(out, listener(arguments[0], out));
    switch (arguments[0]) {
      case "write", "steps", "paced" -> {
        Path song = Path.of(arguments[1]);
        subject.warmUp(song, Path.of(arguments[3]));
        out.println("ready " + thread());
        heed();
        subject.tag(song, Path.of(arguments[2]));
        out.println("over");
      }
      case "race" -> subject.race(arguments);
      case "serve" -> subject.serve(arguments);
      default -> {
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
          String[] words = line.split("\t", 2);
          subject.each(arguments[0], Path.of(words[0]), Path.of(words[1]));
        }
      }
    }
  }

  private static StepListener listener(String mode, PrintStream out) {
    return switch (mode) {
      case "steps" -> (step, temporary) -> out.println(step);
      case "paced" ->
          (step, temporary) -> {
            out.println(step);
            heed();
          };
      default -> StepListener.NONE;
    };
  }

  private static void heed() throws IOException {
    if (System.in.read() < 0) {
      throw new IOException("nobody said go");
    }
  }

  private void serve(String[] arguments) throws Exception {
    warmUp(Path.of(arguments[1]), Path.of(arguments[3]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (true) {
      out.println("ready " + thread());
      String line = in.readLine();
      if (line == null) {
        return;
      }
      String[] words = line.split("\t", 2);
      tag(Path.of(words[0]), Path.of(words[1]));
      out.println("over");
    }
  }

  private void race(String[] arguments) throws Exception {
    List<Path> songs = Files.readAllLines(Path.of(arguments[1])).stream().map(Path::of).toList();
    warmUp(songs.get(0), Path.of(arguments[3]));
    List<TagPlan> plans = new ArrayList<>();
    for (Path song : songs) {
      plans.add(plan(song, codecs.codecFor(song).read(song, TagProfile.DEFAULT)));
    }
    out.println("ready " + thread());
    heed();
    try (Journal journal = Journal.open(Path.of(arguments[2]))) {
      JournalRun run = journal.begin("tonearm tag");
      for (TagPlan plan : plans) {
        out.println(plan.track().path() + "\t" + told(() -> write(plan, run, steps)));
      }
      run.finish();
    }
  }

  private void each(String verb, Path song, Path journal) throws Exception {
    switch (verb) {
      case "recover" -> Journal.open(journal, new CodecPresentFields(codecs)).close();
      case "tag" -> tag(song, journal);
      case "undo" -> undo(journal);
      default -> throw new IllegalArgumentException(verb);
    }
  }

  private void warmUp(Path song, Path folder) throws Exception {
    Files.createDirectories(folder);
    Path copy = Files.copy(song, folder.resolve(song.getFileName()));
    try (Journal journal =
        Journal.open(folder.resolve("journal.db"), new CodecPresentFields(codecs))) {
      JournalRun run = journal.begin("warm-up");
      TagPlan plan = plan(copy, codecs.codecFor(copy).read(copy, TagProfile.DEFAULT));
      if (!write(plan, run, StepListener.NONE).written()) {
        throw new IllegalStateException("the warm-up did not tag " + copy);
      }
      run.finish();
    }
  }

  private void tag(Path song, Path database) {
    try (Journal journal = Journal.open(database, new CodecPresentFields(codecs))) {
      TagSnapshot before = codecs.codecFor(song).read(song, TagProfile.DEFAULT);
      JournalRun run = journal.begin("tonearm tag " + song);
      try {
        out.println(told(() -> write(plan(song, before), run, steps)));
      } finally {
        run.finish();
      }
    } catch (TonearmException e) {
      out.println("failed " + e.code() + ": " + e.getMessage());
    }
  }

  /** A write that may fail. */
  @FunctionalInterface
  private interface Write {
    WriteOutcome go() throws TonearmException;
  }

  private static String told(Write write) {
    try {
      WriteOutcome outcome = write.go();
      return (outcome.written() ? "written" : "unchanged")
          + (outcome.warnings().isEmpty() ? "" : " with warnings " + outcome.warnings());
    } catch (TonearmException e) {
      return "failed " + e.code() + ": " + e.getMessage();
    }
  }

  private WriteOutcome write(TagPlan plan, JournalRun run, StepListener told)
      throws TonearmException {
    return new TagWriter(codecs, new JaudiotaggerReader()::read, told)
        .write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
  }

  private TagPlan plan(Path song, TagSnapshot before) {
    List<FieldChange> changes = new ArrayList<>();
    changes.add(change(TagField.GENRE, before, genres));
    changes.add(change(TagField.MOOD, before, List.of("mood of " + genres.get(0))));
    return new TagPlan(new Track(song, "test"), before, changes);
  }

  private static FieldChange change(TagField field, TagSnapshot before, List<String> after) {
    List<String> old =
        before.fields().containsKey(field) ? before.fields().get(field).values() : List.of();
    return new FieldChange(field, old, after, "a test");
  }

  private void undo(Path database) throws Exception {
    try (Journal journal = Journal.open(database, new CodecPresentFields(codecs))) {
      TagWriter writer = new TagWriter(codecs, new JaudiotaggerReader()::read);
      OptionalLong last = journal.lastRun().map(OptionalLong::of).orElseGet(OptionalLong::empty);
      if (last.isEmpty()) {
        out.println("nothing to undo");
        return;
      }
      UndoReport report =
          new Undo(journal, codecs, writer).undo(last.getAsLong(), false, UndoListener.NONE);
      out.println("undone " + report.restored());
    }
  }

  /** The system's number of this thread; by it a tracer is told whom to watch. */
  private static String thread() {
    try {
      return Path.of("/proc/thread-self").toRealPath().getFileName().toString();
    } catch (IOException e) {
      return "?";
    }
  }
}
