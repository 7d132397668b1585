package org.tonearm.model.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;

/**
 * Refuses, before anything is trained, labels that could not be learned in the end.
 *
 * @param plan with the labels that occur
 * @param subset the data set that is also measured
 */
record TrainableLabels(TrainingPlan plan, SubsetQuestion subset) {

  /**
   * Checks what can be seen before features are there.
   *
   * @throws ConfigurationException if there are fewer than two labels, or no such data set
   */
  void check(List<Clip> clips) throws ConfigurationException {
    if (plan.labels().isEmpty()) {
      throw new ConfigurationException(
          "manifest",
          "no clip of the manifests has a label for the question " + plan.head(),
          "Give a manifest with that column, and clips of 8 seconds or more.");
    }
    if (plan.labels().size() == 1) {
      throw new ConfigurationException(
          "manifest",
          "all clips that can be used have one label for the question "
              + plan.head()
              + ": "
              + plan.labels().get(0),
          "Add clips of 8 seconds or more of another label: there is nothing to tell apart.");
    }
    if (subset.asked() && subset.labels(clips).size() < 2) {
      throw new ConfigurationException(
          "option",
          "--subset names "
              + subset.dataset()
              + ", of which there are "
              + subset.own(clips).size()
              + " clips that can be used, and not two labels of "
              + SubsetQuestion.CLIPS_A_LABEL
              + " clips",
          "Give one of the column dataset: "
              + clips.stream()
                  .filter(plan::scored)
                  .map(Clip::dataset)
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
  }

  /**
   * Checks that every label is left to learn from, whichever fold is held out.
   *
   * @throws ConfigurationException if a fold holds out all clips of a label
   */
  void check(List<Clip> clips, Folds folds) throws ConfigurationException {
    spread(plan.labels(), clips.stream().filter(plan::scored).toList(), folds, "");
    if (subset.asked()) {
      spread(
          subset.labels(clips), subset.own(clips), folds, " of the data set " + subset.dataset());
    }
  }

  private void spread(List<String> labels, List<Clip> clips, Folds folds, String where)
      throws ConfigurationException {
    for (String label : labels) {
      List<Clip> own = clips.stream().filter(c -> plan.label().apply(c).equals(label)).toList();
      if (own.stream().map(folds::of).distinct().count() > 1) {
        continue;
      }
      long groups = own.stream().map(Clip::group).distinct().count();
      throw new ConfigurationException(
          "manifest",
          String.format(
              Locale.ROOT,
              "fold %d of %d holds out all clips of the label %s%s, which leaves none to learn it"
                  + " from (clips: %d, groups: %d)",
              folds.of(own.get(0)) + 1,
              folds.count(),
              label,
              where,
              own.size(),
              groups),
          "Add clips of another artist (column group), or take the label out of the manifest"
              + (groups > 1 ? ", or give another --seed." : "."));
    }
  }
}
