package org.tonearm.model.learned;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.classifier.ModelFit;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelSource;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.classifier.StatisticsFile;
import org.tonearm.model.classifier.StatisticsFormat;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.network.inference.Half;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.network.inference.WeightsFile;
import org.tonearm.model.statistics.Standardizer;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.verdict.Calibration;

/**
 * A learnt model on disk, in files of the names that {@code ModelFolder} uses: {@code model.json}
 * says that it is learnt, {@code network.bin} holds the trunk's network, {@code statistics.bin} the
 * standardizer, both machines, the gate, and the points of what is familiar in half precision.
 */
public final class LearnedFolder {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final String ABOUT = "model.json";
  private static final String NETWORK = "network.bin";
  private static final String KIND = "kind";
  private static final String LEARNT = "learnt";
  private static final Pattern SAYS_LEARNT =
      Pattern.compile("^\\s*\\{\\s*\"" + KIND + "\"\\s*:\\s*\"" + LEARNT + "\"");
  private static final int MOST_VALUES = 1 << 28;

  private LearnedFolder() {}

  /** Writes a model's files into a folder, made if missing. */
  public static void write(Path folder, LearnedParts parts) throws IOException {
    Files.createDirectories(folder);
    ObjectNode about = JSON.createObjectNode();
    about.put(KIND, LEARNT);
    about.set("info", JSON.valueToTree(parts.info()));
    about.put("origin", parts.trunk().origin());
    about.put("head", parts.trunk().head());
    about.put("embeddingShare", parts.blend().embeddingShare());
    about.put("temperature", parts.blend().calibration().temperature());
    about.put("familiarSound", parts.familiarity().sound().limit());
    about.put("familiarKind", parts.familiarity().kind().limit());
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(NETWORK)))) {
      WeightsFile.write(parts.trunk().weights(), out);
    }
    StatisticsFile.write(
        folder,
        about,
        out -> {
          StatisticsFormat.write(out, parts.trunk().standardizer());
          StatisticsFormat.write(out, parts.machines().embedding());
          StatisticsFormat.write(out, parts.machines().statistics());
          StatisticsFormat.write(out, parts.trunk().gate().model());
          points(out, parts.familiarity().sound().points());
          points(out, parts.familiarity().kind().points());
        });
    JSON.writeValue(folder.resolve(ABOUT).toFile(), about);
  }

  /**
   * Whether it is a model that was learnt from tags, and not one that was trained. Of one whose
   * description can't be read any more, the first words tell it.
   */
  public static boolean recognises(ModelSource source) throws IOException {
    try {
      return about(source).path(KIND).asText().equals(LEARNT);
    } catch (JsonProcessingException e) {
      try (InputStream in = source.open(ABOUT)) {
        return SAYS_LEARNT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).find();
      }
    }
  }

  /**
   * Reads a whole model.
   *
   * @throws ConfigurationException if the network's weights are damaged
   */
  public static LearnedParts read(ModelSource source) throws IOException, ConfigurationException {
    JsonNode about = about(source);
    ModelInfo info = ModelFolder.readInfo(source);
    NetworkWeights weights;
    try (InputStream in = new BufferedInputStream(source.open(NETWORK))) {
      weights = WeightsFile.read(in, NETWORK);
    }
    try (DataInputStream in = StatisticsFile.open(source, about)) {
      Standardizer standardizer = StatisticsFormat.readStandardizer(in);
      StatisticsModel embedding = StatisticsFormat.readModel(in);
      StatisticsModel statistics = StatisticsFormat.readModel(in);
      MusicGate gate = new MusicGate(StatisticsFormat.readModel(in));
      ModelFit.inputs(info, weights, standardizer);
      ModelFit.classes(info, embedding.vectors().classes());
      ModelFit.classes(info, statistics.vectors().classes());
      String head = about.path("head").asText();
      ModelFit.head(weights, head);
      return new LearnedParts(
          info,
          new Trunk(
              about.get("origin").asText(),
              info.featureId(),
              info.windowFrames(),
              weights,
              standardizer,
              head,
              gate),
          new Machines(embedding, statistics),
          new Blend(
              ModelFit.share(about, "embeddingShare"),
              new Calibration(ModelFit.aboveZero(about, "temperature"))),
          new Familiarity(
              new Neighbourhood(readPoints(in), ModelFit.number(about, "familiarSound")),
              new Neighbourhood(readPoints(in), ModelFit.number(about, "familiarKind"))));
    }
  }

  private static void points(DataOutputStream out, float[][] points) throws IOException {
    out.writeInt(points.length);
    out.writeInt(points[0].length);
    for (float[] point : points) {
      for (float value : point) {
        out.writeShort(Half.fromFloat(value));
      }
    }
  }

  private static float[][] readPoints(DataInputStream in) throws IOException {
    int count = in.readInt();
    int values = in.readInt();
    if (count < 1 || values < 1 || (long) count * values > MOST_VALUES) {
      throw new IOException("damaged: " + count + " points of " + values + " values");
    }
    float[][] points = new float[count][values];
    for (float[] point : points) {
      for (int i = 0; i < values; i++) {
        point[i] = Half.toFloat(in.readShort());
      }
    }
    return points;
  }

  private static JsonNode about(ModelSource source) throws IOException {
    try (InputStream in = source.open(ABOUT)) {
      return JSON.readTree(in);
    }
  }
}
