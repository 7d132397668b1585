package org.tonearm.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.FileReading;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.planfile.PlannedTrack;

/**
 * Takes up a plan of an earlier run, if the file is still as it was, but for what of this plan is
 * written already. Touches no file.
 */
final class Applying implements Pipeline.Preparing<PlannedTrack, Proposal> {
  private final CodecRegistry codecs;
  private final Recollection recollection;
  private final TagProfile profile;

  /**
   * @param profile under which the plan was made
   */
  Applying(CodecRegistry codecs, Recollection recollection, TagProfile profile) {
    this.codecs = codecs;
    this.recollection = recollection;
    this.profile = profile;
  }

  @Override
  public Proposal prepare(PlannedTrack planned) throws TagException, InterruptedException {
    Track track = planned.track();
    FileReading.Seen seen = recollection.read(track, profile);
    TagCodec codec = codecs.codecFor(track.path());
    TagSnapshot now =
        seen.snapshot().isPresent() ? seen.snapshot().get() : codec.read(track.path(), profile);
    List<FieldChange> left = new PlanRemainder(planned, codec.kind(), profile).of(now);
    TrackOutcome outcome = outcome(track, planned, left);
    return left.isEmpty()
        ? Proposal.settled(outcome)
        : new Proposal(
            outcome, Optional.of(new TagPlan(track, now, left)), Optional.of(seen.file()));
  }

  private static TrackOutcome outcome(Track track, PlannedTrack planned, List<FieldChange> left) {
    Map<Task, Verdict> verdicts = new EnumMap<>(Task.class);
    planned.verdicts().forEach(verdict -> verdicts.put(verdict.task(), verdict));
    return new TrackOutcome(
        track,
        left.isEmpty() ? TrackStatus.UNCHANGED : TrackStatus.PLANNED,
        Map.of(),
        verdicts,
        left,
        planned.seconds(),
        List.of(),
        Optional.empty());
  }
}
