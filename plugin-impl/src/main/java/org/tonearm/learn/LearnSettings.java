package org.tonearm.learn;

import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.TagProfile;

/**
 * What is to be learnt, and how.
 *
 * @param id of the model to be
 * @param task the field whose values are learnt
 * @param profile how tags are read
 * @param excerpts which parts of a track are heard
 * @param jobs tracks heard at a time, 1 or more
 * @param least tracks that a label needs
 * @param most tracks of a label that are learnt from
 * @param commandLine as the card tells it
 */
public record LearnSettings(
    String id,
    Task task,
    TagProfile profile,
    Excerpts excerpts,
    int jobs,
    int least,
    int most,
    String commandLine) {
  /** Tracks learnt from, all labels together: more would take too much memory and time. */
  public static final int MOST_TRACKS = 1500;

  /** The largest {@link #least} that leaves room for two labels. */
  public static final int LARGEST_LEAST = MOST_TRACKS / 2;

  /** Checks the ranges. */
  public LearnSettings {
    if (jobs < 1 || least < 2 || most < least || least > LARGEST_LEAST) {
      throw new IllegalArgumentException(
          "at least one job, two tracks, room for two labels, and most above least");
    }
  }
}
