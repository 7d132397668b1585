package org.tonearm.model.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.suite.piece.LabelledClip;

/**
 * The clips of one question and which of them each fold holds out. Immutable, thread-safe.
 *
 * @param task {@code genre} or {@code mood}
 * @param labels those that occur
 * @param clips all that are scored
 * @param foldOf a clip's fold, 0 to folds - 1
 * @param folds number of folds
 * @param run the first so many are run
 */
record FoldPlan(
    String task,
    List<String> labels,
    List<LabelledClip> clips,
    ToIntFunction<Clip> foldOf,
    int folds,
    int run) {
  private static final int PARTS_OF_TRAINING = 6;

  /** Copies the lists. */
  FoldPlan {
    labels = List.copyOf(labels);
    clips = List.copyOf(clips);
  }

  /**
   * The parts of one fold; no group stands in two of them where the folds are by group.
   *
   * @param training clips to learn from
   * @param validation clips that tell when to stop
   * @param test clips held out
   */
  record Parts(
      List<LabelledClip> training, List<LabelledClip> validation, List<LabelledClip> test) {
    /** True if each part has clips. */
    boolean whole() {
      return !training.isEmpty() && !validation.isEmpty() && !test.isEmpty();
    }
  }

  /**
   * Fold {@code held} is held out and the next one tells when to stop. Where that leaves nothing to
   * learn from, or is empty, a sixth of the rest tells it: whole groups, with each label spread as
   * evenly as they allow.
   */
  Parts parts(int held) {
    int next = (held + 1) % folds;
    List<LabelledClip> test = clips.stream().filter(c -> fold(c) == held).toList();
    List<LabelledClip> validation =
        clips.stream().filter(c -> fold(c) == next && next != held).toList();
    List<LabelledClip> training =
        clips.stream().filter(c -> fold(c) != held && fold(c) != next).toList();
    if (!training.isEmpty() && !validation.isEmpty()) {
      return new Parts(training, validation, test);
    }
    List<LabelledClip> rest = clips.stream().filter(c -> fold(c) != held).toList();
    if (rest.isEmpty()) {
      return new Parts(rest, rest, test);
    }
    Map<String, String> labelOf = new HashMap<>();
    rest.forEach(c -> labelOf.put(c.clip().id(), labels.get(c.truth())));
    Folds parts =
        new Folds(
            rest.stream().map(LabelledClip::clip).toList(),
            clip -> labelOf.get(clip.id()),
            PARTS_OF_TRAINING,
            held);
    return new Parts(
        rest.stream().filter(c -> parts.of(c.clip()) != 0).toList(),
        rest.stream().filter(c -> parts.of(c.clip()) == 0).toList(),
        test);
  }

  private int fold(LabelledClip clip) {
    return foldOf.applyAsInt(clip.clip());
  }
}
