package org.tonearm.run;

import java.util.List;
import java.util.Map;
import org.tonearm.api.Analysis;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.audio.DecodeReport;

/**
 * A track that was listened to.
 *
 * @param track the track
 * @param report how its decoding went
 * @param analyses what was heard, by task; empty if the track is too short
 * @param verdicts what was decided, by task; one for each task asked
 */
public record HeardTrack(
    Track track, DecodeReport report, Map<Task, Analysis> analyses, Map<Task, Verdict> verdicts) {
  /** Copies the maps. */
  public HeardTrack {
    analyses = Map.copyOf(analyses);
    verdicts = Map.copyOf(verdicts);
  }

  /** True if nothing is told for any task. */
  public boolean abstained() {
    return verdicts.values().stream().allMatch(Verdict::abstained);
  }

  /** What the user should know of the decoding, one sentence each. */
  public List<String> warnings() {
    return report.warnings();
  }
}
