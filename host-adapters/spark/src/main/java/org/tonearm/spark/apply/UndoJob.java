package org.tonearm.spark.apply;

import java.util.stream.Collectors;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.undo.TakingBack;
import org.tonearm.tag.undo.UndoneField;

/** A write to take back: each field by itself, unless somebody changed it since. */
final class UndoJob implements Job {
  private final Intent written;

  UndoJob(Intent written) {
    this.written = written;
  }

  Intent written() {
    return written;
  }

  @Override
  public String uri() {
    return written.uri();
  }

  @Override
  public Kind kind() {
    return Kind.UNDO;
  }

  @Override
  public String undoes() {
    return written.id();
  }

  @Override
  public TagProfile profile() {
    return written.work().profile();
  }

  @Override
  public boolean sameAs(Intent intent) {
    return intent.kind() == Kind.UNDO && intent.undoes().equals(written.id());
  }

  @Override
  public String done() {
    return States.UNDONE;
  }

  @Override
  public String idle() {
    return States.ALREADY;
  }

  /** Any version will do: each field is looked at by itself. */
  @Override
  public void check(StoredFile seen) {}

  @Override
  public TagEdit edit(StoredFile seen, TagSnapshot present, TagCodec codec) throws TagException {
    if (!codec.id().equals(written.work().codec())
        || !present.audioHash().equals(written.work().audioHash())) {
      throw new TagException(
          "other-file",
          uri() + " holds other audio than the recording that was tagged; it was left alone",
          "Nothing need be done: what was written is no longer there.");
    }
    TakingBack back = new TakingBack(written.work().fields(), present.fields(), codec);
    if (back.changes().isEmpty()
        && back.fields().stream()
            .anyMatch(field -> field.outcome() == UndoneField.Outcome.CHANGED_SINCE)) {
      throw Faults.changedMeanwhile(
          uri(),
          back.fields().stream()
              .filter(field -> field.outcome() == UndoneField.Outcome.CHANGED_SINCE)
              .map(field -> "its " + field.field().word() + " is another")
              .collect(Collectors.joining(", ")));
    }
    return back.edit(written.work().layout(), true, seen.size() == written.placed().size());
  }
}
