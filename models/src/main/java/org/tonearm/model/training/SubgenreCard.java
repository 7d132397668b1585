package org.tonearm.model.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonearm.model.dataset.Clip;

/** What a model's card says of kinds of genres. */
final class SubgenreCard {
  private SubgenreCard() {}

  /** Nothing where no clip tells a kind. */
  static String markdown(List<SubgenreReport> reports, TrainingPlan plan, List<Clip> clips) {
    StringBuilder out = new StringBuilder();
    for (SubgenreReport report : reports) {
      out.append('\n').append(report.markdown());
      out.append("Told only where asked for, where ").append(report.parent());
      out.append(
          " itself is told, by a support-vector machine on the rows of the main one, on the");
      out.append(" same folds.\n");
    }
    Map<String, Map<String, Integer>> leftOut = SubgenreQuestion.leftOut(plan, clips);
    if (!leftOut.isEmpty()) {
      out.append("\nKinds of which there are fewer than ").append(SubgenreQuestion.CLIPS);
      out.append(" clips or ").append(SubgenreQuestion.GROUPS).append(" artists are left out: ");
      out.append(
          leftOut.entrySet().stream()
              .map(e -> String.join(", ", e.getValue().keySet()) + " (" + e.getKey() + ")")
              .collect(Collectors.joining("; ")));
      out.append(".\n");
    }
    return out.toString();
  }

  /** By genre. */
  static Map<String, Object> json(List<SubgenreReport> reports) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (SubgenreReport report : reports) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("labels", report.labels());
      one.put("ofOneSource", report.ofOneSource());
      one.put("temperature", report.calibration().temperature());
      one.put(
          "threshold", report.threshold().isPresent() ? report.threshold().getAsDouble() : null);
      one.put("figures", report.figures());
      all.put(report.parent(), one);
    }
    return all;
  }
}
