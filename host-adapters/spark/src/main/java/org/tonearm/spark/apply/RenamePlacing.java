package org.tonearm.spark.apply;

import java.io.IOException;
import java.nio.file.Path;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.write.WriteOutcome;

/** The engine's own safe write, on a local or shared file system. */
final class RenamePlacing implements Placing {
  private final Desk desk;

  RenamePlacing(Desk desk) {
    this.desk = desk;
  }

  @Override
  public ApplyOutcome place(Job job, StoredFile seen) throws TagException, IOException {
    Path file = AudioUri.local(job.uri());
    TagCodec codec = desk.codecs().codecFor(file);
    TagProfile profile = job.profile();
    TagSnapshot present = codec.read(file, profile);
    TagEdit edit = job.edit(seen, present, codec);
    if (edit.changes().isEmpty()) {
      return ApplyOutcome.plain(job.uri(), job.idle());
    }
    NotedWrite log = new NotedWrite(job, seen, desk.settings(), desk.journal(job.uri()));
    WriteOutcome outcome =
        desk.writer().edit(file, present, edit, profile, desk.settings().options(), log);
    if (!outcome.written()) {
      return ApplyOutcome.plain(job.uri(), job.idle());
    }
    StoredFile placed = log.placed();
    return new ApplyOutcome(
        job.uri(), job.done(), "", "", "", placed.version(), placed.size(), outcome.warnings());
  }

  @Override
  public boolean stands(Intent intent, StoredFile now) throws IOException {
    return Placements.of(AudioUri.local(now.uri()).toRealPath()).equals(intent.placed());
  }
}
