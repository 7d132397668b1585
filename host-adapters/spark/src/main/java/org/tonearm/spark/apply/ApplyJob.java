package org.tonearm.spark.apply;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.write.TagWriter;

/** A plan to write. */
final class ApplyJob implements Job {
  private final PlannedChange plan;
  private final List<FieldChange> changes;
  private final TagProfile profile;

  /**
   * @throws IllegalArgumentException if the plan names a field that there is not
   */
  ApplyJob(PlannedChange plan, TagProfile profile) {
    this.plan = plan;
    this.changes = plan.changes().stream().map(Change::forEngine).toList();
    this.profile = profile;
  }

  PlannedChange plan() {
    return plan;
  }

  List<FieldChange> changes() {
    return changes;
  }

  @Override
  public String uri() {
    return plan.uri();
  }

  @Override
  public Kind kind() {
    return Kind.APPLY;
  }

  @Override
  public String undoes() {
    return "";
  }

  @Override
  public TagProfile profile() {
    return profile;
  }

  /** The fields that had the planned values already are not among those of an intent. */
  @Override
  public boolean sameAs(Intent intent) {
    if (intent.kind() == Kind.UNDO || intent.work().fields().isEmpty()) {
      return false;
    }
    Map<TagField, List<String>> wanted = new HashMap<>();
    changes.forEach(change -> wanted.put(change.field(), change.after()));
    return intent.work().fields().stream()
        .allMatch(
            field -> {
              List<String> after = wanted.get(field.field());
              return after != null
                  && (after.equals(field.intended())
                      || (!after.isEmpty() && after.subList(0, 1).equals(field.intended())));
            });
  }

  @Override
  public String done() {
    return States.WRITTEN;
  }

  @Override
  public String idle() {
    return States.UNCHANGED;
  }

  @Override
  public void check(StoredFile seen) throws TagException {
    if (seen.size() != plan.size() || !seen.version().equals(plan.version())) {
      throw Faults.changedSincePlan(uri(), "it is another file by size, time or entity tag");
    }
  }

  @Override
  public TagEdit edit(StoredFile seen, TagSnapshot present, TagCodec codec) throws TagException {
    if (!sameAudio(present, codec)) {
      throw Faults.changedSincePlan(uri(), "its audio is another");
    }
    Map<TagField, TagEdit.Change> left = new EnumMap<>(TagField.class);
    for (var entry : TagWriter.edit(changes, codec.kind(), profile).changes().entrySet()) {
      if (!holds(present.fields(), entry.getKey(), entry.getValue())) {
        left.put(entry.getKey(), entry.getValue());
      }
    }
    for (FieldChange change : changes) {
      if (left.containsKey(change.field())
          && !values(present.fields(), change.field()).equals(change.before())) {
        throw Faults.changedSincePlan(uri(), "its " + change.field().word() + " is another");
      }
    }
    return new TagEdit(left);
  }

  private boolean sameAudio(TagSnapshot present, TagCodec codec) {
    return plan.fingerprint().isEmpty()
        || new Fingerprint(plan.fingerprint()).ofWholeFile()
        || plan.fingerprint().equals(Fingerprint.ofAudio(codec.id(), present).text());
  }

  private static boolean holds(
      Map<TagField, FieldState> present, TagField field, TagEdit.Change change) {
    List<String> wanted =
        change instanceof TagEdit.SetValues set
            ? set.values()
            : ((TagEdit.Restore) change).state().values();
    return values(present, field).equals(wanted);
  }

  private static List<String> values(Map<TagField, FieldState> present, TagField field) {
    return present.getOrDefault(field, FieldState.ABSENT).values();
  }
}
