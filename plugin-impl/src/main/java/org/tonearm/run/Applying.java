package org.tonearm.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.FileReading;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.planfile.SnapshotDigest;

/** Takes up a plan of an earlier run, if the file is still as it was. Touches no file. */
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

  /** The track of a plan's entry. */
  static Track track(PlannedTrack planned) {
    return new Track(planned.path(), planned.path().toString());
  }

  @Override
  public Proposal prepare(PlannedTrack planned) throws TagException, InterruptedException {
    Track track = track(planned);
    FileReading.Seen seen = recollection.read(track, profile);
    TagSnapshot now =
        seen.snapshot().isPresent()
            ? seen.snapshot().get()
            : codecs.codecFor(track.path()).read(track.path(), profile);
    if (!SnapshotDigest.of(now).equals(planned.state())) {
      throw new TagException(
          "changed-since-plan",
          track.path() + ": its tags or its audio were changed since the plan was made.",
          "Make the plan again for this file: tonearm plan FILE --output PLAN.");
    }
    Map<Task, Verdict> verdicts = new EnumMap<>(Task.class);
    planned.verdicts().forEach(verdict -> verdicts.put(verdict.task(), verdict));
    TagPlan plan = new TagPlan(track, now, planned.changes());
    return new Proposal(
        new TrackOutcome(
            track,
            TrackStatus.PLANNED,
            Map.of(),
            verdicts,
            planned.changes(),
            planned.seconds(),
            List.of(),
            Optional.empty()),
        Optional.of(plan),
        Optional.of(seen.file()));
  }
}
