package org.tonearm.model.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/** Whether the parts of a model that was read belong together: if not, its files are damaged. */
public final class ModelFit {
  private static final int MOST_FRAMES = 1 << 20;

  /** Training goes up to 1 in steps of 0.05, which add up to a little more. */
  private static final double ROUNDING = 1e-9;

  private ModelFit() {}

  /** Throws what is wrong, if anything is. */
  public static void require(boolean fits, String fault) throws IOException {
    if (!fits) {
      throw new IOException(fault);
    }
  }

  /** What users see of a model, if it can be. */
  static ModelInfo info(ModelInfo info) throws IOException {
    require(
        info.id() != null && info.task() != null && info.featureId() != null,
        "model.json lacks its id, task or featureId");
    require(
        info.labels().size() > 1 && new HashSet<>(info.labels()).size() == info.labels().size(),
        "model.json names fewer than two labels, or one twice");
    require(
        info.windowFrames() >= 1 && info.windowFrames() <= MOST_FRAMES,
        "windowFrames in model.json is missing, or " + info.windowFrames());
    require(share(info.threshold()), "threshold in model.json is not from 0 to 1");
    return info;
  }

  /** A number of {@code model.json} that is from 0 to 1. */
  public static double share(JsonNode about, String name) throws IOException {
    double value = number(about, name);
    require(share(value), name + " in model.json is not from 0 to 1");
    return value;
  }

  /** A number of {@code model.json} that is above 0, and finite. */
  public static double aboveZero(JsonNode about, String name) throws IOException {
    double value = number(about, name);
    require(value > 0 && value < Double.POSITIVE_INFINITY, name + " in model.json is not above 0");
    return value;
  }

  /** A number of {@code model.json}. */
  public static double number(JsonNode about, String name) throws IOException {
    double value = about.path(name).asDouble(Double.NaN);
    require(!Double.isNaN(value), name + " in model.json is missing, or no number");
    return value;
  }

  /** Checks that a machine answers the labels. */
  public static void classes(ModelInfo info, int classes) throws IOException {
    require(
        info.labels().size() == classes,
        "model.json names "
            + info.labels().size()
            + " labels, and a machine in statistics.bin tells "
            + classes);
  }

  /** Checks that a network answers the labels. */
  static void outputs(ModelInfo info, NetworkWeights network, String head) throws IOException {
    int outputs = head(network, head).outputs();
    require(
        info.labels().size() == outputs,
        "model.json names "
            + info.labels().size()
            + " labels, and the network's head "
            + head
            + " tells "
            + outputs);
  }

  /** The head of that name. */
  public static NetworkWeights.Output head(NetworkWeights network, String head) throws IOException {
    return network.heads().stream()
        .filter(output -> output.name().equals(head))
        .findFirst()
        .orElseThrow(
            () -> new IOException("the network has no head \"" + head + "\", as model.json says"));
  }

  /** Checks that the network hears what the model's features are, and that it is standardised. */
  public static void inputs(ModelInfo info, NetworkWeights network, Standardizer standardizer)
      throws IOException {
    require(
        standardizer.mean().length == network.inputs()
            && standardizer.scale().length == network.inputs(),
        "statistics.bin belongs to another network");
    require(
        Hearing.of(network) != Hearing.PICTURES
            || (network.inputs() == MelPicture.DIMENSIONS
                && info.featureId().equals(ListeningLayout.ID)),
        "the network hears other pictures than those of " + ListeningLayout.ID);
  }

  private static boolean share(double value) {
    return value >= 0 && value <= 1 + ROUNDING;
  }
}
