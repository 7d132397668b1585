package org.tonearm.spark.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagException;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.journal.Note;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.journal.Told;
import org.tonearm.spark.store.AudioStore;
import org.tonearm.spark.store.ConditionalStore;
import org.tonearm.spark.store.StoredFile;

/**
 * One job, done once however often it is tried. What stands in the recording's place is asked
 * first: if an earlier try put it there, that was all. If it is neither that nor what the job was
 * made for, somebody else changed it, and it is left alone.
 */
final class JobRun {
  private static final Set<String> JOURNAL_FAULTS = Set.of("journal", "journal-busy", "journal-io");
  private static final Set<String> CHANGED = Set.of(Faults.SINCE_PLAN, Faults.MEANWHILE);
  private static final Set<String> SKIPPED =
      Set.of(Faults.SINCE_PLAN, Faults.MEANWHILE, Faults.MISSING, "other-file");

  private final Desk desk;
  private final Job job;

  JobRun(Desk desk, Job job) {
    this.desk = desk;
    this.job = job;
  }

  /**
   * Does it.
   *
   * @throws UncheckedIOException if the journal can't be read or written
   */
  ApplyOutcome run() {
    try {
      BucketJournal journal = journal();
      try {
        return attempt(journal);
      } catch (TagException e) {
        if (!CHANGED.contains(e.code())) {
          throw e;
        }
        // Perhaps by another try of this very job, a moment ago.
        reread(journal);
        return attempt(journal);
      }
    } catch (TagException e) {
      return told(e);
    }
  }

  private ApplyOutcome attempt(BucketJournal journal) throws TagException {
    try {
      AudioStore store = desk.stores().of(job.uri());
      Placing placing = placing(store);
      StoredFile seen = store.status(job.uri());
      Optional<Intent> standing = standing(journal, placing, seen);
      if (standing.isPresent()) {
        return settle(journal, standing.get(), seen);
      }
      job.check(seen);
      giveUpOpen(journal);
      ApplyOutcome outcome = placing.place(job, seen);
      if (outcome.status().equals(job.idle())) {
        return idle(journal, placing, seen);
      }
      return outcome;
    } catch (UncheckedIOException e) {
      throw e; // of the journal
    } catch (IOException e) {
      throw Faults.of(job.uri(), e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new TagException(
          "internal",
          job.uri() + " could not be written: " + e,
          "Please report this with the kind of file it is; the file itself is untouched.",
          e);
    }
  }

  private Placing placing(AudioStore store) {
    boolean sidecar = job instanceof UndoJob undo && undo.written().kind() == Kind.SIDECAR;
    if (sidecar) {
      return new SidecarPlacing(desk);
    }
    return switch (store.replacing()) {
      case RENAME -> new RenamePlacing(desk);
      case CONDITIONAL_PUT ->
          store instanceof ConditionalStore objects && desk.settings().replaceObjects()
              ? new PutPlacing(desk, objects)
              : new SidecarPlacing(desk);
      case SIDECAR -> new SidecarPlacing(desk);
    };
  }

  private Optional<Intent> standing(BucketJournal journal, Placing placing, StoredFile seen)
      throws IOException {
    List<Intent> known = journal.intents(job.uri());
    for (int i = known.size() - 1; i >= 0; i--) {
      Intent intent = known.get(i);
      if (job.sameAs(intent) && (knownAs(journal, intent, seen) || placing.stands(intent, seen))) {
        return Optional.of(intent);
      }
    }
    return Optional.empty();
  }

  /** Spares reading an object whose entity tag was noted when it was put. */
  private static boolean knownAs(BucketJournal journal, Intent intent, StoredFile seen) {
    return !seen.etag().isEmpty()
        && journal
            .end(intent.id())
            .filter(end -> end.done() && end.version().equals(seen.version()))
            .isPresent();
  }

  /** Nothing was to be done; but it may be another try that did it, meanwhile. */
  private ApplyOutcome idle(BucketJournal journal, Placing placing, StoredFile seen)
      throws IOException {
    reread(journal);
    Optional<Intent> standing =
        standing(journal, placing, desk.stores().of(job.uri()).status(job.uri()));
    if (standing.isPresent()) {
      return settle(journal, standing.get(), seen);
    }
    note(journal, job.idle(), "", "");
    return ApplyOutcome.plain(job.uri(), job.idle());
  }

  private ApplyOutcome settle(BucketJournal journal, Intent standing, StoredFile seen) {
    String done = standing.kind() == Kind.SIDECAR ? States.SIDECAR : job.done();
    if (journal.end(standing.id()).filter(End::done).isEmpty()) {
      append(
          journal, new End(standing.id(), job.uri(), done, seen.version(), "", "", Instant.now()));
    }
    giveUpOpen(journal);
    return ApplyOutcome.plain(job.uri(), done);
  }

  /** Tries that were killed before they came to replace it. */
  private void giveUpOpen(BucketJournal journal) {
    for (Intent intent : journal.intents(job.uri())) {
      if (job.sameAs(intent) && journal.end(intent.id()).isEmpty()) {
        append(journal, Desk.interrupted(intent.id(), job.uri()));
      }
    }
  }

  private ApplyOutcome told(TagException fault) {
    if (JOURNAL_FAULTS.contains(fault.code())) {
      throw new UncheckedIOException(new IOException(fault.getMessage(), fault));
    }
    if (fault.code().equals("interrupted") || Thread.currentThread().isInterrupted()) {
      throw new IllegalStateException("the task was stopped at " + job.uri(), fault);
    }
    String state = SKIPPED.contains(fault.code()) ? States.SKIPPED : States.FAILED;
    note(journal(), state, fault.code(), fault.getMessage());
    return new ApplyOutcome(
        job.uri(), state, fault.code(), fault.getMessage(), fault.remedy(), "", 0, List.of());
  }

  private void note(BucketJournal journal, String state, String code, String message) {
    ApplySettings settings = desk.settings();
    append(
        journal,
        new Told(
            settings.run(),
            settings.attempt(),
            job.kind(),
            job.uri(),
            job.undoes(),
            state,
            code,
            message,
            Instant.now()));
  }

  private BucketJournal journal() {
    try {
      return desk.journal(job.uri());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void reread(BucketJournal journal) {
    try {
      journal.reread();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(BucketJournal journal, Note note) {
    try {
      journal.append(note, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
