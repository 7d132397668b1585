package org.tonearm.spark.engine;

import java.util.Optional;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.run.HeardTrack;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackScores;

/**
 * What came of one recording.
 *
 * @param recording which
 * @param fingerprint codec and hash of its audio; "" if the tags can't be read
 * @param tags as they stand; empty if they can't be read
 * @param tagProblem why they can't be read
 * @param known whether that is the fingerprint of what was heard before; nobody listened then
 * @param scores what was heard, window by window; empty if it was not heard
 * @param heard what follows from that
 * @param problem why it could not be heard
 * @param cpuNanos CPU time of the thread
 */
public record HeardRecording(
    Recording recording,
    String fingerprint,
    Optional<TagSnapshot> tags,
    Optional<TrackProblem> tagProblem,
    boolean known,
    Optional<TrackScores> scores,
    Optional<HeardTrack> heard,
    Optional<TrackProblem> problem,
    long cpuNanos) {}
