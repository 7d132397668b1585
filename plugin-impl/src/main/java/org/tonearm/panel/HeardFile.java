package org.tonearm.panel;

import java.util.EnumMap;
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
 * @param timelines scores over time, by task; empty if the track was not heard
 */
public record HeardFile(
    Credits credits,
    Map<TagField, List<String>> current,
    PlannedTrack planned,
    Map<Task, Timeline> timelines) {
  /** Copies the maps. */
  public HeardFile {
    Objects.requireNonNull(credits);
    Objects.requireNonNull(planned);
    current = Map.copyOf(current);
    timelines = Map.copyOf(timelines);
  }

  /** With what the panel shows of analyses. */
  public static HeardFile of(
      Credits credits,
      Map<TagField, List<String>> current,
      PlannedTrack planned,
      Map<Task, Analysis> analyses) {
    Map<Task, Timeline> timelines = new EnumMap<>(Task.class);
    analyses.forEach((task, analysis) -> timelines.put(task, Timeline.of(analysis)));
    return new HeardFile(credits, current, planned, timelines);
  }

  /** The same with another plan. */
  HeardFile with(PlannedTrack other) {
    return new HeardFile(credits, current, other, timelines);
  }
}
