package org.tonearm.tag.write;

import java.io.IOException;
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
  static final List<String> GENRES = List.of("Jazz");
  static final List<String> MOODS = List.of("relaxed");

  private final CodecRegistry codecs =
      new CodecRegistry(
          ServiceLoader.load(TagCodec.class).stream().map(ServiceLoader.Provider::get).toList());
  private final PrintStream out;
  private final boolean tellsSteps;

  private KillSubject(PrintStream out, boolean tellsSteps) {
    this.out = out;
    this.tellsSteps = tellsSteps;
  }

  /**
   * Arguments: {@code write|steps SONG JOURNAL WARM_UP_FOLDER}, where {@code steps} prints each
   * step; or {@code recover|tag|undo LIST} with a song and its journal a line, tab between.
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    KillSubject subject = new KillSubject(out, arguments[0].equals("steps"));
    switch (arguments[0]) {
      case "write", "steps" -> {
        Path song = Path.of(arguments[1]);
        subject.warmUp(song, Path.of(arguments[3]));
        out.println("ready " + thread());
        if (System.in.read() < 0) {
          throw new IOException("nobody said go");
        }
        subject.tag(song, Path.of(arguments[2]));
        out.println("over");
      }
      default -> {
        for (String line : Files.readAllLines(Path.of(arguments[1]))) {
          String[] words = line.split("\t", 2);
          subject.each(arguments[0], Path.of(words[0]), Path.of(words[1]));
        }
      }
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
    boolean old = !tagged(copy);
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      write(copy, journal, StepListener.NONE);
    }
    if (old && !tagged(copy)) {
      throw new IllegalStateException("the warm-up did not tag " + copy);
    }
  }

  private void tag(Path song, Path database) {
    try (Journal journal = Journal.open(database, new CodecPresentFields(codecs))) {
      WriteOutcome outcome =
          write(
              song,
              journal,
              (step, temporary) -> {
                if (tellsSteps) {
                  out.println(step);
                }
              });
      out.println(outcome.written() ? "written" : "unchanged");
      outcome.warnings().forEach(warning -> out.println("warning: " + warning));
    } catch (TonearmException e) {
      out.println("failed " + e.code() + ": " + e.getMessage());
    }
  }

  private WriteOutcome write(Path song, Journal journal, StepListener steps)
      throws TonearmException {
    TagSnapshot before = codecs.codecFor(song).read(song, TagProfile.DEFAULT);
    JournalRun run = journal.begin("tonearm tag " + song);
    try {
      return new TagWriter(codecs, new JaudiotaggerReader()::read, steps)
          .write(plan(song, before), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    } finally {
      run.finish();
    }
  }

  private static TagPlan plan(Path song, TagSnapshot before) {
    List<FieldChange> changes = new ArrayList<>();
    changes.add(change(TagField.GENRE, before, GENRES));
    changes.add(change(TagField.MOOD, before, MOODS));
    return new TagPlan(new Track(song, "test"), before, changes);
  }

  private static FieldChange change(TagField field, TagSnapshot before, List<String> after) {
    List<String> old =
        before.fields().containsKey(field) ? before.fields().get(field).values() : List.of();
    return new FieldChange(field, old, after, "a test");
  }

  private boolean tagged(Path song) throws TonearmException {
    return codecs
        .codecFor(song)
        .read(song, TagProfile.DEFAULT)
        .fields()
        .get(TagField.GENRE)
        .values()
        .equals(GENRES);
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
