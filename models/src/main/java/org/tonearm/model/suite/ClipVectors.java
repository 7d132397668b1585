package org.tonearm.model.suite;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.suite.measure.SegmentFeatures;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.suite.piece.LabelledClip;

/** Gives each clip of a plan the vector that a linear machine hears. */
@FunctionalInterface
interface ClipVectors {

  /**
   * Clip id to vector, all of one length.
   *
   * @param held the fold held out
   * @return empty where a network must be trained first
   */
  Map<String, float[]> of(FoldPlan plan, int held) throws IOException, InterruptedException;

  /** One vector out of each clip's frames. */
  static ClipVectors frames(FrameSource source, Function<Frames, float[]> vector) {
    return (plan, held) -> {
      Map<String, float[]> vectors = new HashMap<>();
      for (LabelledClip clip : plan.clips()) {
        vectors.put(clip.clip().id(), vector.apply(source.frames(clip.clip())));
      }
      return vectors;
    };
  }

  /**
   * f_lstm as the fold's network of that row gave it.
   *
   * @param recipe of the network's record; what one of another recipe gave does not count
   */
  static ClipVectors segments(Records records, String network, String recipe) {
    return (plan, held) -> {
      if (records.find(plan.task(), network, held, recipe).isEmpty()) {
        return Map.of();
      }
      Map<String, float[]> segments = records.segments(plan.task(), network, held);
      List<String> ids = plan.clips().stream().map(c -> c.clip().id()).toList();
      return segments.keySet().containsAll(ids) ? segments : Map.of();
    };
  }

  /** f_fusion out of f_sc and f_lstm. */
  static ClipVectors fusion(ClipVectors scattering, ClipVectors lstm) {
    return (plan, held) -> {
      Map<String, float[]> joined = new HashMap<>();
      Map<String, float[]> segments = lstm.of(plan, held);
      if (!segments.isEmpty()) {
        scattering
            .of(plan, held)
            .forEach((id, f) -> joined.put(id, SegmentFeatures.fusion(f, segments.get(id))));
      }
      return joined;
    };
  }
}
