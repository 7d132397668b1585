package org.tonearm.model.suite;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.classifier.MusicGate;
import org.tonearm.model.classifier.PaperFolder;
import org.tonearm.model.classifier.PaperModel;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.ContentKey;
import org.tonearm.model.dataset.Manifests;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.RatedNetwork;
import org.tonearm.model.suite.fit.PaperTraining;
import org.tonearm.model.suite.fit.Stopping;
import org.tonearm.model.suite.fit.TrainedPaper;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.suite.piece.LabelledClip;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.model.training.TrainingPlan;

/**
 * Trains a paper's network for use, as a model of that network alone: on all clips but one fold,
 * which tells when to stop and fits the temperature. What {@code tonearm train --network} does.
 * Goes on from its checkpoints when it was killed.
 */
public final class PaperModelTraining {
  private static final int KEY_BYTES = 6;

  private final List<PaperNetwork> networks;
  private final Function<PaperFeature, FeatureExtractor> extractors;
  private final PaperGates gates;
  private final AudioDecoder decoder;
  private final TrainingListener listener;

  /**
   * @param networks that may be asked for: recurrent layers, their mean over time and a softmax
   * @param extractors of the networks' features
   * @param gates trains the gate
   * @param decoder decodes clips
   * @param listener told of features, epochs and the gate, by several threads
   */
  public PaperModelTraining(
      List<PaperNetwork> networks,
      Function<PaperFeature, FeatureExtractor> extractors,
      PaperGates gates,
      AudioDecoder decoder,
      TrainingListener listener) {
    this.networks = List.copyOf(networks);
    this.extractors = extractors;
    this.gates = gates;
    this.decoder = decoder;
    this.listener = listener;
  }

  /**
   * Trains and writes a model.
   *
   * @param id of the model
   * @return its folder, {@code out/id}
   * @throws ConfigurationException if the network, a manifest or the suite's folder can't be used
   */
  public Path train(String id, PaperModelSettings settings)
      throws ConfigurationException, IOException, InterruptedException {
    PaperNetwork paper = network(settings.network());
    PaperNetwork network = RatedNetwork.all(List.of(paper), settings.rate()).get(0);
    SuiteClips clips =
        new SuiteClips(settings.clips(), new Manifests(settings.manifests()).clips());
    String task = settings.task().word();
    SuiteFigures folds =
        settings.suite() == null
            ? null
            : SuiteFigures.find(settings.suite(), clips.key(), task, settings.rate(), paper);
    PaperFeature feature = network.input().feature();
    ClipFrames frames = new ClipFrames(settings.cache(), decoder, extractors);
    FeatureExtractor extractor = frames.extractor(feature);
    FeaturePass pass = new FeaturePass(frames, listener);
    Set<String> unreadable = pass.run(List.of(feature), clips.used(), settings.jobs());
    FoldPlan plan = clips.plan(settings.task(), unreadable);
    List<LabelledClip> training = part(plan, false);
    List<LabelledClip> validation = part(plan, true);
    if (plan.labels().size() < 2 || training.isEmpty() || validation.isEmpty()) {
      throw new ConfigurationException(
          "manifest",
          "the clips given are too few to learn " + task + " from",
          "Give manifests with clips of two labels and of several artists.");
    }
    learnable(plan, training);
    FrameSource source = frames.of(feature);
    TrainedPaper trained =
        new PaperTraining(
                source,
                new Stopping(PaperSuite.PATIENCE, 60 * settings.budgetMinutes(), Integer.MAX_VALUE),
                ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
                listener)
            .train(
                new PaperTraining.Job(
                    task + " " + network.id(),
                    network,
                    extractor.dimensions(),
                    plan.labels().size(),
                    training,
                    validation,
                    settings.seed(),
                    checkpoints(settings, network, extractor, clips.key(), unreadable)));
    if (Stopping.best(trained.epochs()) == 0) {
      throw new ConfigurationException(
          "option",
          network.id() + " diverged in its first epoch: its loss is no number",
          "Give a lower learning rate with --rate.");
    }
    String head = TrainingPlan.of(settings.task()).head();
    TrainedEars ears = TrainedEars.of(trained, head, source, validation);
    MusicGate gate = gate(settings, pass, frames, feature, training);
    PaperModelCard card =
        new PaperModelCard(
            id, settings, network, paper, extractor, plan, validation.size(), trained, ears, folds);
    PaperModel model =
        new PaperModel(
            card.info(),
            network.id(),
            head,
            ears.calibration(),
            ears.weights(),
            trained.cutter().standardizer(),
            gate);
    Path folder = settings.out().resolve(id);
    PaperFolder.write(folder, model);
    card.write(folder);
    return folder;
  }

  private PaperNetwork network(String id) throws ConfigurationException {
    return networks.stream()
        .filter(network -> network.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "option",
                    "--network names " + id + ", which can't be made a model",
                    "Give one of "
                        + String.join(", ", networks.stream().map(PaperNetwork::id).toList())
                        + "."));
  }

  /** The first fold, or all others. */
  private static List<LabelledClip> part(FoldPlan plan, boolean first) {
    return plan.clips().stream()
        .filter(clip -> (plan.foldOf().applyAsInt(clip.clip()) == 0) == first)
        .toList();
  }

  /** A label that the one part held out has alone would be told of without having been heard. */
  private static void learnable(FoldPlan plan, List<LabelledClip> training)
      throws ConfigurationException {
    Set<Integer> learnt = training.stream().map(LabelledClip::truth).collect(Collectors.toSet());
    for (int label = 0; label < plan.labels().size(); label++) {
      if (!learnt.contains(label)) {
        throw new ConfigurationException(
            "manifest",
            "the part that tells when to stop has all clips of the label "
                + plan.labels().get(label)
                + ", which leaves none to learn it from",
            "Add clips of another artist (column group), take the label out of the manifest, or"
                + " give another --seed.");
      }
    }
  }

  /** A folder for all that the weights depend on. */
  private static Path checkpoints(
      PaperModelSettings settings,
      PaperNetwork network,
      FeatureExtractor extractor,
      String key,
      Set<String> unreadable) {
    String weights =
        String.join(
            " ",
            NetworkWork.training(network),
            extractor.id(),
            key,
            String.valueOf(settings.seed()),
            String.join(" ", new TreeSet<>(unreadable)));
    return settings
        .out()
        .resolve("training")
        .resolve(
            settings.task().word() + "-" + network.id() + "-" + ContentKey.of(weights, KEY_BYTES));
  }

  private MusicGate gate(
      PaperModelSettings settings,
      FeaturePass pass,
      ClipFrames frames,
      PaperFeature feature,
      List<LabelledClip> clips)
      throws IOException, InterruptedException {
    List<Clip> recordings = recordings(settings.notMusic());
    Set<String> broken = pass.run(List.of(feature), recordings, settings.jobs());
    List<Frames> others = new ArrayList<>();
    for (Clip clip : recordings) {
      if (!broken.contains(clip.id())) {
        others.add(frames.of(feature).frames(clip));
      }
    }
    List<Frames> music = new ArrayList<>();
    int count = Math.min(PaperGates.CLIPS, clips.size());
    for (int i = 0; i < count; i++) {
      LabelledClip clip = clips.get((int) ((long) i * clips.size() / count));
      music.add(frames.of(feature).frames(clip.clip()));
    }
    String stage = "gate against speech and noise";
    listener.progress(stage, 0, 1, "");
    MusicGate gate = gates.train(frames.extractor(feature), music, others);
    listener.progress(stage, 1, 1, "");
    return gate;
  }

  private static List<Clip> recordings(Path folder) throws IOException {
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(f -> new Clip(f, f.toString(), "not-music", f.toString(), 0, Map.of()))
          .toList();
    }
  }
}
