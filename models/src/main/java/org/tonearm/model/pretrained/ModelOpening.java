package org.tonearm.model.pretrained;

import java.io.EOFException;
import java.io.IOException;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.classify.Classifier;
import org.tonearm.model.classifier.JoinedClassifier;
import org.tonearm.model.classifier.ModelFolder;
import org.tonearm.model.classifier.ModelSource;
import org.tonearm.model.classifier.PaperClassifier;
import org.tonearm.model.classifier.PaperFolder;
import org.tonearm.model.classifier.ReadOnce;
import org.tonearm.model.description.SharedWindows;
import org.tonearm.model.learned.LearnedClassifier;
import org.tonearm.model.learned.LearnedFolder;

/** Opens a model of whatever kind it says it is. */
final class ModelOpening {
  private ModelOpening() {}

  /**
   * Opens one.
   *
   * @throws IOException if its files are damaged, in whatever way
   */
  static Classifier open(ModelSource source, SharedWindows windows)
      throws IOException, ConfigurationException {
    try {
      return classifier(new ReadOnce(source), windows);
    } catch (EOFException e) {
      throw new IOException("statistics.bin is cut short", e);
    } catch (RuntimeException e) {
      throw new IOException("its files do not belong together (" + e.getMessage() + ")", e);
    }
  }

  private static Classifier classifier(ModelSource source, SharedWindows windows)
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
