package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.composition.Composition;
import org.tonearm.composition.Parts;
import org.tonearm.run.FeatureExtractors;
import org.tonearm.run.ListeningSettings;
import org.tonearm.standalone.bench.StageBench.Ear;

/** The models that the configuration names, loaded to be measured. Closing it closes them. */
final class BenchModels implements AutoCloseable {
  private final List<Classifier> models = new ArrayList<>();

  private BenchModels() {}

  static BenchModels open(Composition composition, ListeningSettings settings)
      throws TonearmException {
    BenchModels opened = new BenchModels();
    try {
      List<Task> tasks = settings.tasks().stream().sorted(Comparator.naturalOrder()).toList();
      for (Task task : tasks) {
        Optional<String> wished = Optional.ofNullable(settings.models().get(task));
        opened.models.add(composition.models().open(task, wished));
      }
      return opened;
    } catch (TonearmException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** The models by what they hear, in their order; extractors are those of the processor. */
  List<Ear> ears() throws ConfigurationException {
    FeatureExtractors installed = new FeatureExtractors(Parts.installed().extractors().get());
    Map<FeatureExtractor, List<Classifier>> ears = new LinkedHashMap<>();
    for (Classifier model : models) {
      ears.computeIfAbsent(installed.of(model.info()), extractor -> new ArrayList<>()).add(model);
    }
    return ears.entrySet().stream().map(ear -> new Ear(ear.getKey(), ear.getValue())).toList();
  }

  /** Options by which another process uses the same models. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("--fields");
    options.add(models.stream().map(m -> m.info().task().word()).collect(Collectors.joining(",")));
    for (Classifier model : models) {
      ModelInfo info = model.info();
      options.add("--" + info.task().word() + "-model");
      options.add(info.id());
    }
    return options;
  }

  @Override
  public void close() {
    models.forEach(Classifier::close);
  }
}
