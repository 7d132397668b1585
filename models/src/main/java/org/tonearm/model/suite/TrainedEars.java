package org.tonearm.model.suite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.classifier.NetworkListener;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.network.inference.SequenceExtraction;
import org.tonearm.model.network.inference.WeightsFile;
import org.tonearm.model.suite.fit.TrainedPaper;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.suite.piece.LabelledClip;
import org.tonearm.model.verdict.Calibration;

/**
 * A trained network as it will be heard with, and what it says of the validation clips.
 *
 * @param weights as a file gives them back: rounded
 * @param calibration fitted on the validation clips
 * @param predictions calibrated, of the validation clips, in order
 * @param rounding largest change of a validation clip's log-probability by the rounding
 * @param changed validation clips whose likeliest label the rounding changed
 */
record TrainedEars(
    NetworkWeights weights,
    Calibration calibration,
    List<Prediction> predictions,
    double rounding,
    int changed) {

  /**
   * Listens to the validation clips.
   *
   * @param head what the network's output is called
   */
  static TrainedEars of(
      TrainedPaper trained, String head, FrameSource source, List<LabelledClip> validation)
      throws IOException, InterruptedException {
    NetworkWeights exact =
        SequenceExtraction.extract(trained.graph(), trained.cutter().input().pieceFrames(), head);
    NetworkWeights rounded = rounded(exact);
    List<double[]> before = listen(exact, head, trained, source, validation);
    List<double[]> after = listen(rounded, head, trained, source, validation);
    Calibration calibration =
        Calibration.fit(after, validation.stream().map(LabelledClip::truth).toList());
    List<Prediction> predictions = new ArrayList<>();
    double rounding = 0;
    int changed = 0;
    for (int i = 0; i < after.size(); i++) {
      LabelledClip clip = validation.get(i);
      Prediction told = prediction(clip, calibration.apply(after.get(i)));
      predictions.add(told);
      changed += told.best() == prediction(clip, before.get(i)).best() ? 0 : 1;
      for (int c = 0; c < after.get(i).length; c++) {
        rounding = Math.max(rounding, Math.abs(after.get(i)[c] - before.get(i)[c]));
      }
    }
    return new TrainedEars(rounded, calibration, predictions, rounding, changed);
  }

  private static Prediction prediction(LabelledClip clip, double[] scores) {
    return new Prediction(clip.clip().id(), clip.clip().dataset(), 0, clip.truth(), scores);
  }

  private static List<double[]> listen(
      NetworkWeights weights,
      String head,
      TrainedPaper trained,
      FrameSource source,
      List<LabelledClip> clips)
      throws IOException, InterruptedException {
    List<double[]> logs = new ArrayList<>();
    try (NetworkListener listener =
        new NetworkListener(weights, trained.cutter().standardizer(), head)) {
      for (LabelledClip clip : clips) {
        logs.add(listener.logProbabilities(source.frames(clip.clip())));
      }
    }
    return logs;
  }

  private static NetworkWeights rounded(NetworkWeights exact) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    WeightsFile.write(exact, file);
    try {
      return WeightsFile.read(new ByteArrayInputStream(file.toByteArray()), "the new network");
    } catch (ConfigurationException e) {
      throw new IOException("what was written can't be read", e);
    }
  }
}
