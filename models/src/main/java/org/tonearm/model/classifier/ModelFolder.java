package org.tonearm.model.classifier;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.network.inference.WeightsFile;
import org.tonearm.model.stacking.StackedModel;
import org.tonearm.model.stacking.SubgenreMachine;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.WindowListener;
import org.tonearm.model.verdict.Calibration;

/**
 * A model on disk or on the class path: {@code model.json} (what it is), {@code network.bin} (the
 * network's weights; {@code network-2.bin} and so on where {@code networks} in {@code model.json}
 * is more than one) and {@code statistics.bin} (what hears a window as a whole, and the gate).
 *
 * <p>{@code format} in {@code model.json} tells what {@code statistics.bin} holds; where it is
 * missing, it is 1. {@code subgenres}, where there are any, tells what the machines behind the gate
 * answer.
 */
public final class ModelFolder {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Statistics of frames, heard by one machine: what the first models are. */
  private static final int PLAIN = 1;

  /**
   * Descriptions of windows brought nearer to one level, heard by a questionnaire and a machine. In
   * format 2 windows were taken as they are.
   */
  private static final int EVENED = 3;

  /** As {@link #EVENED}, heard by several networks beside the machine. */
  private static final int ENSEMBLE = 4;

  /**
   * As {@link #EVENED}, with networks of convolutions: there is a standardizer for each hearing.
   */
  private static final int GROUPS = 5;

  /** Networks of a model. */
  public static final int MOST_NETWORKS = 99;

  private static final String ABOUT = "model.json";
  private static final String COUNT = "networks";

  private ModelFolder() {}

  /** Writes a model's files into a folder, made if missing. */
  public static void write(Path folder, ModelParts parts) throws IOException {
    Files.createDirectories(folder);
    ObjectNode about = JSON.createObjectNode();
    about.put("format", format(parts));
    about.set("info", JSON.valueToTree(parts.info()));
    about.put("head", parts.head());
    about.put(COUNT, parts.networks().size());
    about.put("networkShare", parts.networkShare());
    about.put("temperature", parts.calibration().temperature());
    SubgenreFormat.describe(about, subgenres(parts.statistics()));
    for (int number = parts.networks().size() + 1; number <= MOST_NETWORKS; number++) {
      Files.deleteIfExists(folder.resolve(network(number))); // of a larger model written before
    }
    for (int number = 1; number <= parts.networks().size(); number++) {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(network(number))))) {
        WeightsFile.write(parts.networks().get(number - 1), out);
      }
    }
    StatisticsFile.write(
        folder,
        about,
        out -> {
          for (NetworkGroup group : parts.groups()) {
            StatisticsFormat.write(out, group.standardizer());
          }
          write(out, parts.statistics());
          StatisticsFormat.write(out, parts.gate().model());
          SubgenreFormat.write(out, subgenres(parts.statistics()));
        });
    JSON.writeValue(folder.resolve(ABOUT).toFile(), about);
  }

  private static int format(ModelParts parts) {
    boolean several = parts.networks().size() > 1;
    boolean grouped = parts.groups().stream().anyMatch(g -> g.hearing() == Hearing.PICTURES);
    if (parts.statistics() instanceof StackedModel) {
      return grouped ? GROUPS : several ? ENSEMBLE : EVENED;
    }
    if (several || grouped) {
      throw new IllegalArgumentException("several networks beside plain statistics");
    }
    return PLAIN;
  }

  private static List<SubgenreMachine> subgenres(WindowListener statistics) {
    return statistics instanceof StackedModel stacked ? stacked.subgenres() : List.of();
  }

  private static void write(DataOutputStream out, WindowListener statistics) throws IOException {
    if (statistics instanceof StackedModel stacked) {
      StackedFormat.write(out, stacked);
    } else if (statistics instanceof StatisticsModel plain) {
      StatisticsFormat.write(out, plain);
    } else {
      throw new IllegalArgumentException("can't be written: " + statistics.getClass());
    }
  }

  /** Reads what users see of a model, and none of its weights. */
  public static ModelInfo readInfo(ModelSource source) throws IOException {
    return info(about(source));
  }

  /** Reads a whole model. */
  public static ModelParts read(ModelSource source) throws IOException, ConfigurationException {
    JsonNode about = about(source);
    ModelFit.require(
        !about.has("kind"),
        "its kind " + about.path("kind").asText() + " is of a later version of Tonearm");
    int format = format(about);
    ModelFit.require(
        format >= PLAIN && format <= GROUPS,
        "its format " + about.path("format").asText() + " is of a later version of Tonearm");
    ModelInfo info = info(about);
    String head = about.path("head").asText();
    List<NetworkWeights> networks = new ArrayList<>();
    for (String name : networks(about)) {
      try (InputStream in = new BufferedInputStream(source.open(name))) {
        networks.add(WeightsFile.read(in, name));
      }
    }
    try (DataInputStream in = StatisticsFile.open(source, about)) {
      List<NetworkGroup> groups = groups(networks, in);
      WindowListener statistics =
          format == PLAIN
              ? StatisticsFormat.readModel(in)
              : StackedFormat.read(in, format >= EVENED);
      MusicGate gate = new MusicGate(StatisticsFormat.readModel(in));
      List<SubgenreMachine> subgenres = SubgenreFormat.read(about, in);
      ModelFit.require(
          (format == GROUPS) == groups.stream().anyMatch(g -> g.hearing() == Hearing.PICTURES),
          "its format is not that of its networks");
      for (NetworkGroup group : groups) {
        for (NetworkWeights network : group.networks()) {
          ModelFit.outputs(info, network, head);
          ModelFit.inputs(info, network, group.standardizer());
        }
      }
      ModelFit.classes(info, classes(statistics));
      return new ModelParts(
          info,
          head,
          ModelFit.share(about, "networkShare"),
          new Calibration(ModelFit.aboveZero(about, "temperature")),
          groups,
          statistics instanceof StackedModel stacked ? stacked.with(subgenres) : statistics,
          gate);
    }
  }

  /**
   * A model's id and a hash of all that decides its scores, such as {@code mood-indrnn-1@0a1b…}: a
   * model trained anew under an old id is another version.
   */
  public static String version(ModelSource source) throws IOException {
    MessageDigest digest = sha256();
    JsonNode about = about(source);
    List<String> names = new ArrayList<>(List.of(ABOUT));
    names.addAll(networks(about));
    names.add(StatisticsFile.NAME);
    for (String name : names) {
      try (InputStream in = source.open(name)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
    }
    return info(about).id() + "@" + HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** Networks that hear alike stand side by side. */
  private static List<NetworkGroup> groups(List<NetworkWeights> networks, DataInputStream in)
      throws IOException {
    List<NetworkGroup> groups = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= networks.size(); to++) {
      Hearing hearing = Hearing.of(networks.get(from));
      if (to == networks.size() || Hearing.of(networks.get(to)) != hearing) {
        groups.add(
            new NetworkGroup(StatisticsFormat.readStandardizer(in), networks.subList(from, to)));
        from = to;
      }
    }
    return groups;
  }

  private static int classes(WindowListener statistics) {
    return statistics instanceof StackedModel stacked
        ? stacked.machine().classes()
        : ((StatisticsModel) statistics).vectors().classes();
  }

  /** 0, which is none, if it is no number. */
  private static int format(JsonNode about) {
    return about.has("format") ? about.get("format").asInt(0) : PLAIN;
  }

  private static ModelInfo info(JsonNode about) throws IOException {
    JsonNode info = about.path("info");
    if (!info.isObject()) {
      throw new IOException(ABOUT + " is cut short: it tells nothing of the model");
    }
    return ModelFit.info(JSON.treeToValue(info, ModelInfo.class));
  }

  /** Names of the networks' files. */
  private static List<String> networks(JsonNode about) throws IOException {
    int count = about.path(COUNT).asInt(1);
    int format = format(about);
    boolean fits = format >= GROUPS || (format == ENSEMBLE) == (count > 1);
    if (count < 1 || count > MOST_NETWORKS || !fits) {
      throw new IOException(ABOUT + " tells of " + count + " networks, which can't be");
    }
    return IntStream.rangeClosed(1, count).mapToObj(ModelFolder::network).toList();
  }

  private static String network(int number) {
    return number == 1 ? "network.bin" : "network-" + number + ".bin";
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static JsonNode about(ModelSource source) throws IOException {
    try (InputStream in = source.open(ABOUT)) {
      return JSON.readTree(in);
    }
  }
}
