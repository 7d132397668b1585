package org.tonearm.run;

import java.util.List;
import java.util.Map;
import org.tonearm.api.Task;
import org.tonearm.api.audio.DecodeReport;

/**
 * All that was heard of a track, before thresholds decide: what can be kept, and concluded from
 * again.
 *
 * @param report how the decoding went
 * @param windows of each task, in the order of the track; none if it is too short
 */
public record TrackScores(DecodeReport report, Map<Task, List<WindowScore>> windows) {
  /** Copies the map. */
  public TrackScores {
    windows = Map.copyOf(windows);
  }
}
