package org.tonearm.model.training;

import java.util.List;
import java.util.Optional;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.network.Cell;
import org.tonearm.model.network.Convolutions;

/**
 * How a network is trained.
 *
 * @param cell what the layers are made of
 * @param layers recurrent layers (Wu et al.: five)
 * @param width units a layer; of {@link Cell#GRU}, each way
 * @param dropout probability that a value of the embedding is dropped
 * @param windowFrames frames a training window; clips are scored in windows of this length
 * @param epochs passes over the training clips, one random window of each a pass
 * @param batch windows a step
 * @param learningRate highest rate of Adam; rises over the first tenth, then falls as a cosine
 * @param weightDecay of the matrices
 * @param mixup parameter of the Beta distribution of mixup (Zhang et al. 2018); 0 for none
 * @param balance 0: clips weigh the same; 1: the main labels are drawn equally often
 * @param augmentation changes of the windows
 */
public record NetworkRecipe(
    Cell cell,
    int layers,
    int width,
    double dropout,
    int windowFrames,
    int epochs,
    int batch,
    double learningRate,
    double weightDecay,
    double mixup,
    double balance,
    Augmentation augmentation) {

  /** What the shipped models are trained with. */
  public static final NetworkRecipe SHIPPED =
      new NetworkRecipe(
          Cell.INDRNN, 5, 256, 0.5, 54, 15, 32, 1e-3, 5e-2, 0.4, 0.5, Augmentation.SHIPPED);

  /** Networks of convolutions, which hear another part of a frame. */
  public static final NetworkRecipe PICTURES =
      new NetworkRecipe(Cell.GRU, 1, 96, 0.3, 54, 30, 32, 3e-3, 1e-2, 0.3, 0, Augmentation.SHIPPED);

  /** Maps of the convolutions below GRU layers. */
  private static final List<Integer> MAPS = List.of(16, 32, 48);

  /** The convolutions below the recurrent layers, where there are some. */
  Optional<Convolutions> convolutions() {
    return cell == Cell.GRU
        ? Optional.of(new Convolutions(MelPicture.STEPS, MelPicture.BANDS, MAPS))
        : Optional.empty();
  }

  /** Whether the embedding is brought to mean 0 and deviation 1 before it is asked. */
  boolean normalise() {
    return cell != Cell.GRU;
  }

  /** What of a frame such a network hears. */
  Hearing hearing() {
    return cell == Cell.GRU ? Hearing.PICTURES : Hearing.LEADING;
  }

  /** Weight of the loss on mood's clusters; that on the genres weighs 1. */
  double clusterWeight() {
    return cell == Cell.GRU ? 1 : 0.3;
  }

  /** The same with layers of another cell. */
  NetworkRecipe withCell(Cell other) {
    return new NetworkRecipe(
        other,
        layers,
        width,
        dropout,
        windowFrames,
        epochs,
        batch,
        learningRate,
        weightDecay,
        mixup,
        balance,
        augmentation);
  }

  /** The same with another size. */
  public NetworkRecipe withSize(int otherWidth, int otherWindowFrames) {
    return new NetworkRecipe(
        cell,
        layers,
        otherWidth,
        dropout,
        otherWindowFrames,
        epochs,
        batch,
        learningRate,
        weightDecay,
        mixup,
        balance,
        augmentation);
  }

  /** The same with another number of epochs. */
  public NetworkRecipe withEpochs(int other) {
    return new NetworkRecipe(
        cell,
        layers,
        width,
        dropout,
        windowFrames,
        other,
        batch,
        learningRate,
        weightDecay,
        mixup,
        balance,
        augmentation);
  }

  /**
   * Names networks that were trained by it. IndRNN layers go without saying, as in names that were
   * given when there were no others.
   */
  String key() {
    String all = toString().replace("cell=" + Cell.INDRNN + ", ", "");
    return cell == Cell.GRU
        ? all + convolutions().orElseThrow() + MelPicture.ID + clusterWeight() + normalise()
        : all;
  }

  /** Rate of an epoch. */
  double rate(int epoch) {
    double at = (epoch + 0.5) / epochs;
    return at < 0.1
        ? learningRate * at / 0.1
        : learningRate * 0.5 * (1 + Math.cos(Math.PI * (at - 0.1) / 0.9));
  }
}
