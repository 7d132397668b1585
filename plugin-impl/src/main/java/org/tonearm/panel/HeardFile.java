package org.tonearm.panel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.Analysis;
import org.tonearm.api.Task;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;

/**
 * A track as the engine heard and planned it. Immutable.
 *
 * @param credits title and artist
 * @param current values of genre and mood as they stand in the file; a field without any is left
 *     out
 * @param planned what was decided, and what would be written
 * @param analyses scores over time, by task; empty if the track was not heard
 */
public record HeardFile(
    Credits credits,
    Map<TagField, List<String>> current,
    PlannedTrack planned,
    Map<Task, Analysis> analyses) {
  /** Copies the maps. */
  public HeardFile {
    Objects.requireNonNull(credits);
    Objects.requireNonNull(planned);
    current = Map.copyOf(current);
    analyses = Map.copyOf(analyses);
  }

  /** The same with another plan. */
  HeardFile with(PlannedTrack other) {
    return new HeardFile(credits, current, other, analyses);
  }
}
