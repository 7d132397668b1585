package org.tonearm.model.learned;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is chosen on tracks held out.
 *
 * @param blend of the two machines
 * @param limits of the familiar
 * @param threshold probability from which an answer is told
 */
record Choices(Blend blend, Familiarity.Limits limits, double threshold) {

  /**
   * Those that fit these tracks.
   *
   * @param held at least one
   */
  static Choices fit(List<HeldOut> held) {
    Blend blend = Blend.fit(held);
    Familiarity.Limits limits = Familiarity.Limits.fit(held);
    return new Choices(
        blend,
        limits,
        SureEnough.threshold(held.stream().map(track -> track.told(blend, limits)).toList()));
  }

  /**
   * For each fold, what fits the tracks of all others. A fit takes long where there are many
   * labels, so that each is made once.
   *
   * @param held of two folds at least
   */
  static Map<Integer, Choices> withoutEach(
      List<HeldOut> held, Function<List<HeldOut>, Choices> fit) {
    Map<Integer, Choices> choices = new TreeMap<>();
    for (HeldOut track : held) {
      choices.computeIfAbsent(
          track.fold(),
          fold -> fit.apply(held.stream().filter(other -> other.fold() != fold).toList()));
    }
    return choices;
  }
}
