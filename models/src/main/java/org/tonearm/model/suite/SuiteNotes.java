package org.tonearm.model.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonearm.model.suite.report.RowFigures;

/** The sentences below the table. */
final class SuiteNotes {
  /**
   * A data set as its papers have it.
   *
   * @param name part of the name of ours
   * @param clips in the full set
   * @param papers whose figures are stated on it; empty for none
   */
  private record FullSet(String name, String title, int clips, String papers) {}

  private static final List<FullSet> FULL_SETS =
      List.of(
          new FullSet("gtzan", "GTZAN", 1000, "Bai et al., Wu et al. and Shah et al."),
          new FullSet("ismir2004", "ISMIR 2004", 1458, "Dai et al."),
          new FullSet("4q", "4Q", 900, ""),
          new FullSet("mirex", "MIREX-like", 903, ""),
          new FullSet("emotify", "Emotify", 400, ""),
          new FullSet("soundtracks", "the soundtracks set", 360, ""));

  private SuiteNotes() {}

  /**
   * All notes.
   *
   * @param plans one a task
   */
  static List<String> of(SuiteSettings settings, List<FoldPlan> plans) {
    List<String> notes = new ArrayList<>();
    if (settings.quick()) {
      notes.add(
          "**Quick form**: a few clips a label and at most "
              + PaperSuite.QUICK_EPOCHS
              + " epochs. It shows that every row runs; its figures say nothing of the networks.");
    }
    notes.add(split(settings));
    if (settings.splitColumn().isEmpty() && !settings.quick()) {
      notes.add(shuffled(settings));
    }
    plans.forEach(plan -> notes.add(data(plan)));
    notes.add(
        "A track without a verdict (\"told\" below 100 %) counts as not right. Spread is the"
            + " standard deviation over folds. AUC is one label against the rest, averaged over"
            + " labels and folds. Accuracies are over all tracks held out.");
    notes.add(
        String.format(
            Locale.ROOT,
            "A network is trained until the loss on the validation part has not improved for %d"
                + " epochs, or %.0f CPU minutes of the fold are spent, or its most epochs are done;"
                + " the weights of its best epoch count. The most epochs are the paper's own number"
                + " for bai-lstm (500 rounds), dai-dnn (100) and dai-lstm (50), come near the"
                + " paper's 10,000 iterations for bai-complex-cnn in pieces (50), and are ours for"
                + " all others: 50 for bai-simple-cnn, bai-rcnn and shah, 100 for"
                + " bai-complex-cnn-whole, song-lstm and wu. So bai-rcnn ends far below the paper's"
                + " 200,000 iterations and before its smaller step at 100,000, and"
                + " bai-complex-cnn-whole far below its 60,000. An epoch that is cut"
                + " by the budget counts with its share; fewer than %d whole passes are marked as"
                + " not converged. \"Data used\" is the share of the training pieces"
                + " seen at least once.",
            PaperSuite.PATIENCE,
            settings.budgetMinutes(),
            RowFigures.FEWEST_EPOCHS));
    notes.add(
        "Seconds are CPU seconds of one thread, validation left out; milliseconds per 30 s are the"
            + " network's alone, without features. Memory is the highest resident memory of the"
            + " whole process while the row trained, cached frames and Java's heap included.");
    notes.add(
        "Segment features: the machine learns from what the network says of the clips that the"
            + " network itself learned from, as in Dai et al.; clips held out are new to both."
            + " Vectors are standardised, and C is chosen on the validation part: the paper says"
            + " neither.");
    return notes;
  }

  private static String split(SuiteSettings settings) {
    if (!settings.splitColumn().isEmpty()) {
      return "Clips whose column "
          + settings.splitColumn()
          + " says test are held out once, instead of folds. Those that say valid tell when to stop;"
          + " where none does, a sixth of the training part tells it, whole groups of it with each"
          + " label in proportion, and is not learned from.";
    }
    int run = Math.min(settings.folds(), settings.foldsRun());
    return "All rows hear the same split into "
        + settings.folds()
        + " folds by group (the artist, where known); rows told as held out by shuffled clips"
        + " excepted. The papers' figures on GTZAN have clips of one artist on both sides."
        + (run < settings.folds()
            ? " Here the first " + run + " folds are run; the column folds counts what there is."
            : "");
  }

  private static String shuffled(SuiteSettings settings) {
    return "Rows held out by shuffled clips: GTZAN's clips are shuffled once and dealt out to "
        + settings.folds()
        + " folds; one is held out, the next one tells when to stop, and the network learns from"
        + " the others. The papers are like it, not the same: Wu et al. shuffle ten folds, learn"
        + " from nine and repeat that ten times; Shah et al. split once, 80 to 20.";
  }

  private static String data(FoldPlan plan) {
    Map<String, Long> counts =
        plan.clips().stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.clip().dataset(), TreeMap::new, Collectors.counting()));
    String sets =
        counts.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue() + known(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    return "Clips for "
        + plan.task()
        + " ("
        + String.join(", ", plan.labels())
        + "): "
        + sets
        + ".";
  }

  private static String known(String dataset, long count) {
    return FULL_SETS.stream()
        .filter(set -> dataset.toLowerCase(Locale.ROOT).contains(set.name()))
        .findFirst()
        .map(
            set ->
                (count < set.clips()
                        ? " (a part of " + set.title() + "'s " + set.clips() + " clips"
                        : " (all of " + set.title())
                    + (set.papers().isEmpty() ? ")" : ", the data of " + set.papers() + ")"))
        .orElse("");
  }
}
