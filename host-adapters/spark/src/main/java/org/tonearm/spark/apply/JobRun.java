package org.tonearm.spark.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagException;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.journal.Told;
import org.tonearm.spark.store.AudioStore;
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
      Placings placings = new Placings(desk, store);
      EarlierTries tries = new EarlierTries(placings, journal, job);
      StoredFile seen = store.status(job.uri());
      tries.noteUnnoted(seen);
      Optional<Intent> standing = tries.standing(seen);
      if (standing.isPresent()) {
        return ApplyOutcome.plain(job.uri(), tries.settle(standing.get(), seen));
      }
      if (tries.wasGivenUp()) {
        return ApplyOutcome.plain(job.uri(), job.idle());
      }
      job.check(seen);
      tries.giveUpOpen();
      ApplyOutcome outcome = placings.of(job).place(job, seen);
      return outcome.status().equals(job.idle()) ? idle(journal, tries, store) : outcome;
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

  /** Nothing was to be done; but it may be another try that did it, meanwhile. */
  private ApplyOutcome idle(BucketJournal journal, EarlierTries tries, AudioStore store)
      throws IOException {
    reread(journal);
    StoredFile seen = store.status(job.uri());
    Optional<Intent> standing = tries.standing(seen);
    if (standing.isPresent()) {
      return ApplyOutcome.plain(job.uri(), tries.settle(standing.get(), seen));
    }
    if (!tries.giveUpWritten()) {
      note(journal, job.idle(), "", "");
    }
    return ApplyOutcome.plain(job.uri(), job.idle());
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
    Told told =
        new Told(
            settings.run(),
            settings.attempt(),
            job.kind(),
            job.uri(),
            job.undoes(),
            state,
            code,
            message,
            Instant.now());
    try {
      journal.append(told, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
