package org.tonearm.panel;

import java.util.List;
import java.util.Optional;
import org.tonearm.api.LabelScore;
import org.tonearm.api.tag.TagField;

/**
 * A track on the plane of valence and arousal: the mean of the quadrants' corners, weighted by the
 * probabilities that the mood model gives them (Q1 happy, Q2 angry, Q3 sad, Q4 relaxed; Russell's
 * circumplex, by quadrants as in Panda et al., 4Q audio emotion).
 *
 * @param row the track
 * @param valence -1 unpleasant to 1 pleasant
 * @param arousal -1 calm to 1 excited
 */
public record MoodPoint(TrackRow row, double valence, double arousal) {

  /** Where a track lies; empty if its mood was not heard, or not by quadrants. */
  public static Optional<MoodPoint> of(TrackRow row) {
    List<LabelScore> scores = row.verdict(TagField.MOOD).map(v -> v.scores()).orElse(List.of());
    if (scores.isEmpty() || !scores.stream().allMatch(s -> s.label().matches("Q[1-4]"))) {
      return Optional.empty();
    }
    double valence = 0;
    double arousal = 0;
    for (LabelScore score : scores) {
      char quadrant = score.label().charAt(1);
      valence += (quadrant == '1' || quadrant == '4') ? score.score() : -score.score();
      arousal += (quadrant == '1' || quadrant == '2') ? score.score() : -score.score();
    }
    return Optional.of(new MoodPoint(row, valence, arousal));
  }

  /** The genre that it has or is to have, or sounds most like; "" if nothing is known. */
  public String genre() {
    if (!row.proposed(TagField.GENRE).isEmpty()) {
      return row.proposed(TagField.GENRE);
    }
    return row.current(TagField.GENRE);
  }
}
