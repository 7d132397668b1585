package org.tonearm.model.learned;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tonearm.model.classifier.WindowSound;

/**
 * Tells what sounds like something that was learnt from, by its nearest neighbour among the windows
 * of the training tracks, in two ways. A window farther away than windows held out usually are gets
 * no say: its scores are flattened, so that nothing is told of a track made of such windows.
 * Immutable, thread-safe.
 *
 * <p>How far is too far is our choice. The kind keeps other genres out, which the sound alone does
 * not; the sound keeps out what is no music of any kind and passed the gate.
 *
 * @param sound points of {@link Machines#point}
 * @param kind points of {@link WindowSound#kind}
 */
public record Familiarity(Neighbourhood sound, Neighbourhood kind) {
  /** Shares of the windows held out, of known labels, that count as familiar. */
  private static final double USUAL_SOUND = 0.98;

  private static final double USUAL_KIND = 0.95;

  /** Points are kept in half precision: what is nearer than this may be the same. */
  private static final double LEAST = 0.05;

  /**
   * How far a window may be from what is known.
   *
   * @param sound by its sound
   * @param kind by its kind
   */
  record Limits(double sound, double kind) {
    /** Everything is familiar. */
    static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Those that most windows held out keep. */
    static Limits fit(List<HeldOut> held) {
      return new Limits(
          quantile(held, HeldOut.Window::sound, USUAL_SOUND),
          quantile(held, HeldOut.Window::kind, USUAL_KIND));
    }

    /** The say, 0 to 1, of a window at these distances. */
    double say(HeldOut.Window window) {
      return Neighbourhood.say(window.sound(), sound) * Neighbourhood.say(window.kind(), kind);
    }

    private static double quantile(
        List<HeldOut> held, ToDoubleFunction<HeldOut.Window> distance, double share) {
      double[] sorted =
          held.stream()
              .flatMap(track -> track.windows().stream())
              .mapToDouble(distance)
              .sorted()
              .toArray();
      double usual = sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
      return Math.max(LEAST, usual);
    }
  }

  /** Of windows that are known, seen by machines that were trained on them. */
  static Familiarity of(Machines machines, List<TaughtTrack> tracks, Limits limits) {
    List<WindowSound> windows = tracks.stream().flatMap(t -> t.windows().stream()).toList();
    return new Familiarity(
        new Neighbourhood(
            windows.stream().map(machines::point).toArray(float[][]::new), limits.sound()),
        new Neighbourhood(
            windows.stream().map(WindowSound::kind).toArray(float[][]::new), limits.kind()));
  }

  /** The say of a window, 0 to 1. */
  double say(Machines machines, WindowSound window) {
    return sound.say(machines.point(window)) * kind.say(window.kind());
  }
}
