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
 * @param genre the genre that it is to have, or has; "" if nothing is known
 */
public record MoodPoint(TrackRow row, double valence, double arousal, String genre) {

  /** Where a track lies; empty if its mood was not heard, or not by quadrants. */
  public static Optional<MoodPoint> of(TrackRow row) {
    List<LabelScore> scores = row.verdict(TagField.MOOD).map(v -> v.scores()).orElse(List.of());
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    double valence = 0;
    double arousal = 0;
    for (LabelScore score : scores) {
      int quadrant = quadrant(score.label());
      if (quadrant == 0) {
        return Optional.empty();
      }
      valence += (quadrant == 1 || quadrant == 4) ? score.score() : -score.score();
      arousal += (quadrant == 1 || quadrant == 2) ? score.score() : -score.score();
    }
    return Optional.of(new MoodPoint(row, valence, arousal, genre(row)));
  }

  private static int quadrant(String label) {
    boolean quadrant =
        label.length() == 2
            && label.charAt(0) == 'Q'
            && label.charAt(1) >= '1'
            && label.charAt(1) <= '4';
    return quadrant ? label.charAt(1) - '0' : 0;
  }

  private static String genre(TrackRow row) {
    String proposed = row.proposed(TagField.GENRE);
    return proposed.isEmpty() ? row.current(TagField.GENRE) : proposed;
  }
}
