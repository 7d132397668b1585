package org.tonearm.learn;

import java.util.List;
import org.tonearm.model.learned.LearnedCard;
import org.tonearm.model.learned.LearnedParts;
import org.tonearm.model.learned.Taught;
import org.tonearm.run.TrackOutcome;

/**
 * What came of learning from a library.
 *
 * @param choice labels and counts
 * @param taught figures
 * @param parts the model
 * @param card its card
 * @param own tracks left out because their field says what Tonearm itself wrote
 * @param failed tracks that could not be read or heard
 */
public record Lesson(
    LabelChoice choice,
    Taught taught,
    LearnedParts parts,
    LearnedCard card,
    int own,
    List<TrackOutcome> failed) {
  /** Copies the list. */
  public Lesson {
    failed = List.copyOf(failed);
  }
}
