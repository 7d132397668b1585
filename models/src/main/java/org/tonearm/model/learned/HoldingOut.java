package org.tonearm.model.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.tonearm.model.classifier.WindowSound;

/**
 * Has each track judged by machines that never met its group: as many folds as asked for, fewer if
 * there are fewer groups. Tracks are judged by all their windows, as tagging does.
 *
 * @param tracks all that is learnt from
 * @param windows most windows of a track that are learnt from
 * @param labels number of labels
 * @param folds 2 or more
 * @param seed breaks ties between groups of one size
 */
record HoldingOut(List<TaughtTrack> tracks, int windows, int labels, int folds, long seed) {

  /**
   * Trains once for each fold.
   *
   * @param done told how many folds are through
   * @throws InterruptedException if the calling thread is interrupted between two folds
   */
  List<HeldOut> run(IntConsumer done) throws InterruptedException {
    JudgedFolds split = new JudgedFolds(tracks, folds, seed);
    List<HeldOut> held = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      List<TaughtTrack> training = new ArrayList<>();
      List<TaughtTrack> test = new ArrayList<>();
      for (TaughtTrack track : tracks) {
        if (split.of(track) == fold) {
          test.add(track);
        } else {
          training.add(track.thinned(windows));
        }
      }
      held.addAll(judge(fold, training, test));
      done.accept(fold + 1);
    }
    return held;
  }

  /** A label that none of the training tracks has is never told, and so counts as missed. */
  private List<HeldOut> judge(int fold, List<TaughtTrack> training, List<TaughtTrack> test) {
    List<Integer> known = training.stream().map(TaughtTrack::label).distinct().sorted().toList();
    if (test.isEmpty() || known.size() < 2) {
      return List.of();
    }
    Machines machines =
        Machines.train(
            training.stream().map(t -> t.labelled(known.indexOf(t.label()))).toList(),
            known.size());
    Familiarity near = Familiarity.of(machines, training, Familiarity.Limits.NONE);
    return test.stream()
        .map(
            track ->
                new HeldOut(
                    track.id(),
                    track.group(),
                    fold,
                    track.label(),
                    track.music(),
                    track.windows().stream()
                        .map(window -> heard(machines, near, known, window))
                        .toList()))
        .toList();
  }

  private HeldOut.Window heard(
      Machines machines, Familiarity near, List<Integer> known, WindowSound window) {
    return new HeldOut.Window(
        machines.opinions(window).spread(known, labels),
        near.sound().distance(machines.point(window)),
        near.kind().distance(window.kind()));
  }
}
