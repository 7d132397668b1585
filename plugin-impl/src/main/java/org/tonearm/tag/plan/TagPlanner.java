package org.tonearm.tag.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.taxonomy.Taxonomy;

/** Turns verdicts into planned changes. Reads and writes no file. Immutable and thread-safe. */
public final class TagPlanner {
  private final Taxonomy taxonomy;

  /**
   * @param taxonomy which genres are the same, and which are kinds of others
   */
  public TagPlanner(Taxonomy taxonomy) {
    this.taxonomy = Objects.requireNonNull(taxonomy);
  }

  /**
   * Plans one track.
   *
   * @param track the track
   * @param before its tags as they stand
   * @param verdicts at most one a task; an abstained one changes nothing
   * @param words of each task, a label's word as written into tags ({@code ModelInfo.words}); a
   *     label without a word is written as the taxonomy spells it
   * @param settings policy and fields
   * @return the plan; without changes if there is nothing to do
   */
  public TagPlan plan(
      Track track,
      TagSnapshot before,
      List<Verdict> verdicts,
      Map<Task, Map<String, String>> words,
      PlanSettings settings) {
    return unfinished(taxonomy.toString());
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T unfinished(Object... with) {
    throw new UnsupportedOperationException(java.util.Arrays.toString(with));
  }
}
