package org.tonearm.model.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.RatedNetwork;
import org.tonearm.model.suite.cost.NetworkCost;
import org.tonearm.model.suite.report.RowFigures;
import org.tonearm.model.suite.report.RowInfo;

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
   * @param networks of the table
   * @param rows of the table
   */
  static List<String> of(
      SuiteSettings settings,
      List<FoldPlan> plans,
      List<PaperNetwork> networks,
      List<RowFigures> rows) {
    List<String> notes = new ArrayList<>();
    if (settings.quick()) {
      notes.add(
          "**Quick form**: a few clips a label and at most "
              + PaperSuite.QUICK_EPOCHS
              + " epochs. It shows that every row runs; its figures say nothing of the networks.");
    }
    settings
        .rate()
        .ifPresent(
            rate ->
                notes.add(
                    "**All networks learned at the rate "
                        + RatedNetwork.text(rate)
                        + "**, not at their papers' own."));
    notes.add(split(settings));
    // Of two folds none is left to learn from, and a part of the other tells when to stop.
    if (settings.folds() > 2
        && rows.stream().anyMatch(row -> row.info().split().equals(RowInfo.CLIPS))) {
      notes.add(shuffled(settings));
    }
    plans.forEach(plan -> notes.add(data(plan)));
    notes.add(
        "A track without a verdict (\"told\" below 100 %) counts as not right. Spread is the"
            + " standard deviation over folds. AUC is one label against the rest, averaged over"
            + " labels and folds. Of a network it is of the mean probability of a track's pieces or"
            + " frames, however the row's label is decided; of a linear machine, of the duels that a"
            + " label won and their margins. Accuracies are over all tracks held out.");
    notes.add(
        "A network is trained until the loss on the validation part has not improved for "
            + PaperSuite.PATIENCE
            + " epochs, or the CPU minutes that its command gives a fold are spent (the column CPU"
            + " min a fold tells them), or its most epochs are done; the weights of its best epoch"
            + " count. Most epochs, the paper's own number where it states epochs, else ours: "
            + mostEpochs(networks)
            + ". Where a paper counts iterations, ours may end far below: its 200,000 for bai-rcnn and"
            + " 60,000 for bai-complex-cnn-whole"
            + ". An epoch that is cut by the budget counts with its share; fewer than "
            + RowFigures.FEWEST_EPOCHS
            + " whole passes are marked as not converged. \"Data used\" is the share of the training"
            + " pieces seen at least once.");
    notes.add(costs(rows));
    notes.add(
        "Segment features: the machine learns from what the network says of the clips that the"
            + " network itself learned from, as in Dai et al.; clips held out are new to both."
            + " Vectors are standardised, and C is chosen on the validation part: the paper says"
            + " neither.");
    return notes;
  }

  private static String costs(List<RowFigures> rows) {
    List<RowFigures> networks =
        rows.stream().filter(row -> row.folds().get(0).fit() != null).toList();
    List<NetworkCost> costs = networks.stream().flatMap(row -> row.cost().stream()).toList();
    String unmeasured =
        networks.stream()
            .filter(row -> row.cost().isEmpty())
            .map(row -> row.info().id())
            .distinct()
            .collect(Collectors.joining(", "));
    String alike =
        "Seconds are CPU seconds of one thread; milliseconds per 30 s are the network's alone,"
            + " without features.";
    String apart =
        " They and the memory were measured on one computer, one network after the other, each in a"
            + " process that did nothing else than learn from a few batches of noise and hear half a"
            + " minute. Memory is the most that this process had, "
            + program(costs)
            + " of it before it made the network.";
    String trainings =
        " were measured in the trainings, validation left out: memory is the highest of the whole"
            + " process, in which Java's heap, cached frames and what rows before it or beside it have"
            + " left count too, so that these rows can't be compared by it.";
    if (costs.isEmpty()) {
      return alike + " They" + trainings;
    }
    return unmeasured.isEmpty()
        ? alike + apart
        : alike + apart + " Those of " + unmeasured + trainings;
  }

  private static String program(List<NetworkCost> costs) {
    return costs.stream().mapToLong(NetworkCost::programBytes).max().orElse(0) / (1 << 20) + " MiB";
  }

  private static String mostEpochs(List<PaperNetwork> networks) {
    Map<Integer, List<String>> byEpochs = new TreeMap<>();
    for (PaperNetwork network : networks) {
      byEpochs
          .computeIfAbsent(network.schedule().longestEpochs(), n -> new ArrayList<>())
          .add(network.id());
    }
    return byEpochs.entrySet().stream()
        .map(e -> e.getKey() + " for " + String.join(", ", e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String split(SuiteSettings settings) {
    if (!settings.splitColumn().isEmpty()) {
      return "Clips whose column "
          + settings.splitColumn()
          + " says test are held out once, instead of folds. Those that say valid tell when to stop;"
          + " where none does, a sixth of the training part tells it, whole groups of it with each"
          + " label in proportion, and is not learned from.";
    }
    return "All rows hear the same split into "
        + settings.folds()
        + " folds by group (the artist, where known); rows told as held out by shuffled clips"
        + " excepted. The papers' figures on GTZAN have clips of one artist on both sides. The"
        + " column folds counts the folds that were run, from the first on; rows of different counts"
        + " compare by the column on fold 1.";
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
            .map(
                e ->
                    e.getKey()
                        + " "
                        + e.getValue()
                        + groups(plan, e.getKey(), e.getValue())
                        + known(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    return "Clips for "
        + plan.task()
        + " ("
        + String.join(", ", plan.labels())
        + "): "
        + sets
        + ".";
  }

  private static String groups(FoldPlan plan, String dataset, long clips) {
    long groups =
        plan.clips().stream()
            .filter(c -> c.clip().dataset().equals(dataset))
            .map(c -> c.clip().group())
            .distinct()
            .count();
    return groups == clips
        ? " each a group of its own, whoever the artist"
        : " of " + groups + " groups";
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
