package org.tonearm.spark.engine;

import java.util.Optional;
import org.tonearm.run.HeardTrack;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackScores;

/**
 * What came of one recording.
 *
 * @param recording which
 * @param tags as they stand; empty if they can't be read
 * @param tagProblem why they can't be read
 * @param scores what was heard, window by window; empty if it could not be heard
 * @param heard what follows from that
 * @param problem why it could not be heard
 * @param cpuNanos CPU time of the thread
 */
public record HeardRecording(
    Recording recording,
    Optional<ReadTags> tags,
    Optional<TrackProblem> tagProblem,
    Optional<TrackScores> scores,
    Optional<HeardTrack> heard,
    Optional<TrackProblem> problem,
    long cpuNanos) {}
