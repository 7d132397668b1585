package org.tonearm.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.planfile.SnapshotDigest;

/**
 * What of a planned track is still to be written: a plan may be applied in parts, and an apply that
 * was cut short may be given again.
 *
 * @param planned the track as it was planned
 * @param kind the kind of tag that it is written into
 * @param profile under which the plan was made
 */
record PlanRemainder(PlannedTrack planned, TagKind kind, TagProfile profile) {

  /**
   * The changes that the file lacks; none if it has them all, whatever else became of it.
   *
   * @param now the file as it stands
   * @throws TagException {@code changed-since-plan} if somebody else changed it since
   */
  List<FieldChange> of(TagSnapshot now) throws TagException {
    if (SnapshotDigest.of(now).equals(planned.state())) {
      return planned.changes();
    }
    List<FieldChange> left =
        planned.changes().stream().filter(change -> !written(now, change)).toList();
    if (left.isEmpty() || (changedByUsAlone(now) && left.stream().allMatch(c -> still(now, c)))) {
      return left;
    }
    throw new TagException(
        "changed-since-plan",
        planned.path() + ": its tags or its audio were changed since the plan was made.",
        "Make the plan again for this file: tonearm plan FILE --output PLAN.");
  }

  /** Whether all is as it was but the plan's own fields, and of those left out none is another. */
  private boolean changedByUsAlone(TagSnapshot now) {
    Set<TagField> own = EnumSet.noneOf(TagField.class);
    planned.changes().forEach(change -> own.add(change.field()));
    planned.leftOut().forEach(change -> own.add(change.field()));
    return SnapshotDigest.without(now, own).equals(planned.rest())
        && planned.leftOut().stream().allMatch(c -> written(now, c) || still(now, c));
  }

  private boolean written(TagSnapshot now, FieldChange change) {
    return values(now, change).equals(profile.kept(kind, change.field(), change.after()));
  }

  private static boolean still(TagSnapshot now, FieldChange change) {
    return values(now, change).equals(change.before());
  }

  private static List<String> values(TagSnapshot now, FieldChange change) {
    return now.fields().getOrDefault(change.field(), FieldState.ABSENT).values();
  }
}
