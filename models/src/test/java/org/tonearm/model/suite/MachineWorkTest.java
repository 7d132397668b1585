package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.suite.measure.Verdicts;
import org.tonearm.model.suite.outcome.FoldRecord;
import org.tonearm.model.suite.outcome.Records;
import org.tonearm.model.suite.outcome.TrackOutcome;
import org.tonearm.model.suite.piece.LabelledClip;

class MachineWorkTest {
  private static final int FOLDS = 3;

  @TempDir Path folder;

  private static FoldPlan plan() {
    List<LabelledClip> clips = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String id = "c" + i;
      clips.add(
          new LabelledClip(
              new Clip(Path.of(id), id, "set", id, 30, Map.of("fold", "" + i % FOLDS)), i % 2));
    }
    return new FoldPlan(
        "genre",
        List.of("jazz", "rock"),
        clips,
        clip -> Integer.parseInt(clip.column("fold")),
        FOLDS,
        1);
  }

  /** As a network that has diverged gives them: they say nothing, least of all the first label. */
  @Test
  void nothingIsToldOfVectorsThatAreNoNumbers() throws Exception {
    ClipVectors nothing =
        (plan, held) -> {
          Map<String, float[]> vectors = new HashMap<>();
          plan.clips().forEach(c -> vectors.put(c.clip().id(), new float[] {Float.NaN, 1}));
          return vectors;
        };
    FoldRecord record =
        new MachineWork(List.of(), "r", nothing, new Records(folder))
            .run(plan(), "row", 0)
            .orElseThrow();
    assertThat(record.tracks())
        .hasSize(4)
        .extracting(TrackOutcome::told)
        .containsOnly(Verdicts.NONE);
  }

  @Test
  void segmentFeaturesOfANetworkAsItWasBeforeDoNotCount() throws Exception {
    Records records = new Records(folder);
    Map<String, float[]> segments = new HashMap<>();
    for (LabelledClip clip : plan().clips()) {
      segments.put(clip.clip().id(), new float[] {clip.truth(), 1});
    }
    records.keepSegments("genre", "net", 0, segments);
    records.keep(
        new FoldRecord(
            "net", "genre", 0, "as it was", List.of(), List.of(), "frames", 0, 0, 1, 1, null));
    assertThat(ClipVectors.segments(records, "net", "as it is").of(plan(), 0)).isEmpty();
    assertThat(ClipVectors.segments(records, "net", "as it was").of(plan(), 0)).hasSize(12);
  }
}
