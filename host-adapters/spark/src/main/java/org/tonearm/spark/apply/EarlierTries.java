package org.tonearm.spark.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.journal.Note;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.store.StoredFile;

/** What became of earlier tries on a job's recording, by the journal and by what stands there. */
final class EarlierTries {
  private final Placings placings;
  private final BucketJournal journal;
  private final Job job;

  EarlierTries(Placings placings, BucketJournal journal, Job job) {
    this.placings = placings;
    this.journal = journal;
    this.job = job;
  }

  /**
   * Notes the end of tries that were killed after they had put theirs in place, whatever they were
   * to do: else nobody would know any more that the recording was changed.
   */
  void noteUnnoted(StoredFile seen) throws IOException {
    if (job instanceof UndoJob undo) {
      if (journal.end(undo.written().id()).filter(End::done).isEmpty()) {
        noteIfStanding(undo.written(), seen);
      }
      return;
    }
    for (Intent intent : journal.intents(job.uri())) {
      if (journal.end(intent.id()).isEmpty()) {
        noteIfStanding(intent, seen);
      }
    }
  }

  private void noteIfStanding(Intent intent, StoredFile seen) throws IOException {
    Placing placing = placings.of(intent);
    if (placing.stands(intent, seen)) {
      String done =
          switch (intent.kind()) {
            case APPLY -> States.WRITTEN;
            case SIDECAR -> States.SIDECAR;
            case UNDO -> States.UNDONE;
          };
      end(intent, done, seen);
    }
  }

  /** The try that put there what stands there, if it was to do the very same. */
  Optional<Intent> standing(StoredFile seen) throws IOException {
    Placing placing = placings.of(job);
    List<Intent> known = journal.intents(job.uri());
    for (int i = known.size() - 1; i >= 0; i--) {
      Intent intent = known.get(i);
      if (job.sameAs(intent) && (knownAs(intent, seen) || placing.stands(intent, seen))) {
        return Optional.of(intent);
      }
    }
    return Optional.empty();
  }

  /** Spares reading an object whose entity tag was noted when it was put. */
  private boolean knownAs(Intent intent, StoredFile seen) {
    return !seen.etag().isEmpty()
        && journal
            .end(intent.id())
            .filter(end -> end.done() && end.version().equals(seen.version()))
            .isPresent();
  }

  /**
   * Notes that a try did the job.
   *
   * @return what it is called
   */
  String settle(Intent standing, StoredFile seen) {
    String done = standing.kind() == Kind.SIDECAR ? States.SIDECAR : job.done();
    if (journal.end(standing.id()).filter(End::done).isEmpty()) {
      end(standing, done, seen);
    }
    giveUpOpen();
    return done;
  }

  private void end(Intent intent, String state, StoredFile seen) {
    String version = intent.kind() == Kind.SIDECAR ? "" : seen.version();
    append(new End(intent.id(), job.uri(), state, version, "", "", Instant.now()));
  }

  /** Tries that were killed before they came to replace it. */
  void giveUpOpen() {
    for (Intent intent : journal.intents(job.uri())) {
      if (job.sameAs(intent) && journal.end(intent.id()).isEmpty()) {
        append(End.interrupted(intent.id(), job.uri()));
      }
    }
  }

  /** Whether the write that is to be taken back was given up, and does not stand there. */
  boolean wasGivenUp() {
    return job instanceof UndoJob undo
        && journal.end(undo.written().id()).filter(End::givenUp).isPresent();
  }

  /**
   * Notes that a write that was to be taken back never came to be.
   *
   * @return false if it did
   */
  boolean giveUpWritten() {
    if (job instanceof UndoJob undo && journal.end(undo.written().id()).isEmpty()) {
      append(End.interrupted(undo.written().id(), job.uri()));
      return true;
    }
    return false;
  }

  private void append(Note note) {
    try {
      journal.append(note, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
