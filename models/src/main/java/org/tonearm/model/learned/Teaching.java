package org.tonearm.model.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tonearm.model.classifier.WindowSound;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.model.verdict.Calibration;
import org.tonearm.model.verdict.VerdictRule;

/**
 * Learns labels from tracks: measures on groups held out, then trains on all. Deterministic for
 * tracks in one order. Not to be run twice at a time in one process.
 *
 * <p>Share, temperature, limits of the familiar and threshold are chosen on tracks held out; the
 * figures of a fold are stated with those chosen on the other folds.
 *
 * @param folds parts that are held out in turn, 2 or more
 * @param seed of the split
 */
public record Teaching(int folds, long seed) {
  /** What {@code tonearm learn} does. */
  public static final Teaching USUAL = new Teaching(5, 1);

  /** Windows trained on, all tracks together: so many kernel rows fit into memory and minutes. */
  private static final int MOST_WINDOWS = 1500;

  private static final int WINDOWS_A_TRACK = 4;

  /**
   * Learns.
   *
   * @param tracks of two labels at least, each in two groups at least
   * @param labels number of labels
   * @param listener told of progress
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Taught teach(List<TaughtTrack> tracks, int labels, TrainingListener listener)
      throws InterruptedException {
    int windows = Math.max(1, Math.min(WINDOWS_A_TRACK, MOST_WINDOWS / tracks.size()));
    List<TaughtTrack> heard = tracks.stream().map(track -> track.thinned(WINDOWS_A_TRACK)).toList();
    List<TaughtTrack> thin = heard.stream().map(track -> track.thinned(windows)).toList();
    int groups = (int) thin.stream().map(TaughtTrack::group).distinct().count();
    int parts = Math.min(folds, groups);
    String stage = "Learning";
    listener.progress(stage, 0, parts + 1, "");
    List<HeldOut> held =
        new HoldingOut(heard, windows, labels, parts, seed)
            .run(done -> listener.progress(stage, done, parts + 1, ""));
    List<Prediction> predictions = new ArrayList<>();
    List<Boolean> told = new ArrayList<>();
    int[] notMusic = new int[labels];
    Map<Integer, Choices> without = Choices.withoutEach(held, Choices::fit);
    for (HeldOut track : held) {
      Choices others = without.get(track.fold());
      Prediction prediction = track.told(others.blend(), others.limits());
      predictions.add(prediction);
      boolean music = track.music() >= VerdictRule.MUSIC;
      told.add(music && prediction.confidence() >= others.threshold());
      if (!music) {
        notMusic[track.truth()]++;
      }
    }
    Choices all = Choices.fit(held);
    Machines machines = Machines.train(thin, labels);
    Taught taught =
        new Taught(
            machines,
            all.blend(),
            Familiarity.of(machines, thin, all.limits()),
            all.threshold(),
            predictions,
            told,
            Arrays.stream(notMusic).boxed().toList(),
            held.stream().map(HeldOut::group).toList(),
            alone(held, 1),
            alone(held, 0));
    listener.progress(stage, parts + 1, parts + 1, "");
    return taught;
  }

  /** One machine's answers; uncalibrated, since only the best label is asked. */
  private static List<Prediction> alone(List<HeldOut> held, double embeddingShare) {
    Blend blend = new Blend(embeddingShare, Calibration.NONE);
    return held.stream().map(track -> track.told(blend, Familiarity.Limits.NONE)).toList();
  }

  /** As many windows of a track as it is judged by, spread evenly over it. */
  public static List<WindowSound> some(List<WindowSound> windows) {
    return TaughtTrack.thinned(windows, WINDOWS_A_TRACK);
  }
}
