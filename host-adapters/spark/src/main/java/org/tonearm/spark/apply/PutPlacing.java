package org.tonearm.spark.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Placement;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.store.ConditionalStore;
import org.tonearm.spark.store.ContentHash;
import org.tonearm.spark.store.FetchedAudio;
import org.tonearm.spark.store.RefusedException;
import org.tonearm.spark.store.ReplacedSinceException;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.write.WriteOutcome;

/**
 * The engine's safe write on a copy, which is then put in the object's place if that is still the
 * one that was looked at.
 */
final class PutPlacing implements Placing {
  private final Desk desk;
  private final ConditionalStore store;

  PutPlacing(Desk desk, ConditionalStore store) {
    this.desk = desk;
    this.store = store;
  }

  @Override
  public ApplyOutcome place(Job job, StoredFile seen) throws TagException, IOException {
    try (FetchedAudio audio = store.fetch(job.uri(), desk.copies())) {
      Path file = audio.path();
      TagCodec codec = desk.codecs().codecFor(file);
      TagSnapshot present = codec.read(file, job.profile());
      TagEdit edit = job.edit(seen, present, codec);
      if (edit.changes().isEmpty()) {
        return ApplyOutcome.plain(job.uri(), job.idle());
      }
      CopyWrite log = new CopyWrite();
      WriteOutcome outcome =
          desk.writer().edit(file, present, edit, job.profile(), desk.settings().options(), log);
      return outcome.written()
          ? put(job, seen, file, log, outcome)
          : ApplyOutcome.plain(job.uri(), job.idle());
    }
  }

  private ApplyOutcome put(Job job, StoredFile seen, Path file, CopyWrite log, WriteOutcome outcome)
      throws IOException {
    BucketJournal journal = desk.journal(job.uri());
    Placement placement =
        new Placement(Files.size(file), "", 0, ContentHash.of(Files.newInputStream(file)));
    String id = UUID.randomUUID().toString();
    journal.append(NotedWrite.intent(id, job, seen, desk.settings(), placement, log.work()), true);
    StoredFile placed;
    try {
      placed = store.replace(seen, file, desk.settings().options().allowAttributeLoss());
    } catch (ReplacedSinceException | RefusedException e) {
      String code = Faults.of(job.uri(), e).code();
      journal.append(
          new End(id, job.uri(), States.FAILED, "", code, e.getMessage(), Instant.now()), false);
      throw e;
    }
    // After any other fault the put may still come to be: the next try looks what stands there.
    journal.append(
        new End(id, job.uri(), job.done(), placed.version(), "", "", Instant.now()), false);
    return new ApplyOutcome(
        job.uri(), job.done(), "", "", "", placed.version(), placed.size(), outcome.warnings());
  }

  @Override
  public boolean stands(Intent intent, StoredFile now) throws IOException {
    return !intent.placed().sha256().isEmpty()
        && !now.version().equals(intent.seen().version())
        && now.size() == intent.placed().size()
        && ContentHash.of(store.open(now.uri())).equals(intent.placed().sha256());
  }
}
