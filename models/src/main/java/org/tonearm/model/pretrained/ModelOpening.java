package org.tonearm.model.pretrained;

import java.io.IOException;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.Classifier;
import org.tonearm.model.classifier.JoinedClassifier;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelSource;
import org.tonearm.model.classifier.PaperClassifier;
import org.tonearm.model.classifier.PaperFolder;
import org.tonearm.model.description.SharedWindows;
import org.tonearm.model.learned.LearnedClassifier;
import org.tonearm.model.learned.LearnedFolder;

/** Opens a model of whatever kind it says it is. */
final class ModelOpening {
  private ModelOpening() {}

  static Classifier open(ModelSource source, SharedWindows windows)
      throws IOException, ConfigurationException {
    String version = ModelFolder.version(source);
    if (LearnedFolder.recognises(source)) {
      return new LearnedClassifier(LearnedFolder.read(source), version);
    }
    if (PaperFolder.recognises(source)) {
      return new PaperClassifier(PaperFolder.read(source), version);
    }
    return new JoinedClassifier(ModelFolder.read(source), version, windows);
  }
}
