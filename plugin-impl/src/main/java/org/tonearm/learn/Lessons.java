package org.tonearm.learn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.evaluation.Figures;
import org.tonearm.model.learned.LearnedCard;
import org.tonearm.model.learned.LearnedParts;
import org.tonearm.model.learned.Taught;

/** Makes a model and its card of what was taught. */
final class Lessons {
  private Lessons() {}

  static Lesson lesson(
      LabelChoice choice, Trunk trunk, LearnSettings settings, Taught taught, Missing missing) {
    ModelInfo info = info(choice, trunk, settings, taught);
    LearnedParts parts =
        new LearnedParts(info, trunk, taught.machines(), taught.blend(), taught.familiarity());
    LearnedCard card =
        new LearnedCard(
            info,
            trunk.origin(),
            choice.labels().stream().map(LabelChoice.Chosen::tracks).toList(),
            choice.labels().stream().map(LabelChoice.Chosen::groups).toList(),
            taught,
            settings.commandLine());
    return new Lesson(choice, taught, parts, card, missing.own(), missing.failed());
  }

  private static ModelInfo info(
      LabelChoice choice, Trunk trunk, LearnSettings settings, Taught taught) {
    List<String> labels = choice.labels().stream().map(LabelChoice.Chosen::name).toList();
    Map<String, String> words = new LinkedHashMap<>();
    labels.forEach(label -> words.put(label, label));
    Figures figures = taught.figures();
    return new ModelInfo(
        settings.id(),
        settings.task(),
        labels,
        trunk.featureId(),
        trunk.windowFrames(),
        taught.threshold(),
        String.format(
            Locale.ROOT,
            "accuracy %.2f, mean recall %.2f: %d tracks held out by artist (guessing: %.2f)",
            figures.accuracy(),
            figures.meanRecall(),
            figures.count(),
            taught.guessing()),
        String.format(
            Locale.ROOT,
            "%d tracks of your own library, by the %s in their tags; heard with %s",
            figures.count(),
            settings.task().word(),
            trunk.origin()),
        "your own files; the model stays on this machine unless you pass it on",
        words);
  }
}
