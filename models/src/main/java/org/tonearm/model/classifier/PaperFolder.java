package org.tonearm.model.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.network.inference.WeightsFile;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.verdict.Calibration;

/**
 * A paper's network on disk or on the class path, in files of the names that {@link ModelFolder}
 * uses: {@code model.json} says that it is one, {@code network.bin} holds the weights, {@code
 * statistics.bin} the standardizer and the gate.
 */
public final class PaperFolder {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ABOUT = "model.json";
  private static final String NETWORK = "network.bin";
  private static final String KIND = "kind";
  private static final String PAPER = "paper-network";

  private PaperFolder() {}

  /** Writes a model's files into a folder, made if missing. */
  public static void write(Path folder, PaperModel model) throws IOException {
    Files.createDirectories(folder);
    ObjectNode about = JSON.createObjectNode();
    about.put(KIND, PAPER);
    about.put("network", model.network());
    about.set("info", JSON.valueToTree(model.info()));
    about.put("head", model.head());
    about.put("temperature", model.calibration().temperature());
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(NETWORK)))) {
      WeightsFile.write(model.weights(), out);
    }
    StatisticsFile.write(
        folder,
        about,
        out -> {
          StatisticsFormat.write(out, model.standardizer());
          StatisticsFormat.write(out, model.gate().model());
        });
    JSON.writeValue(folder.resolve(ABOUT).toFile(), about);
  }

  /** Whether it is a model of this kind. */
  public static boolean recognises(ModelSource source) throws IOException {
    return about(source).path(KIND).asText().equals(PAPER);
  }

  /**
   * Reads a whole model.
   *
   * @throws ConfigurationException if the network's weights are damaged
   */
  public static PaperModel read(ModelSource source) throws IOException, ConfigurationException {
    JsonNode about = about(source);
    ModelInfo info = ModelFolder.readInfo(source);
    String head = about.path("head").asText();
    NetworkWeights weights;
    try (InputStream in = new BufferedInputStream(source.open(NETWORK))) {
      weights = WeightsFile.read(in, NETWORK);
    }
    try (DataInputStream in = StatisticsFile.open(source, about)) {
      Standardizer standardizer = StatisticsFormat.readStandardizer(in);
      MusicGate gate = new MusicGate(StatisticsFormat.readModel(in));
      ModelFit.outputs(info, weights, head);
      ModelFit.inputs(info, weights, standardizer);
      return new PaperModel(
          info,
          about.get("network").asText(),
          head,
          new Calibration(ModelFit.aboveZero(about, "temperature")),
          weights,
          standardizer,
          gate);
    }
  }

  private static JsonNode about(ModelSource source) throws IOException {
    try (InputStream in = source.open(ABOUT)) {
      return JSON.readTree(in);
    }
  }
}
