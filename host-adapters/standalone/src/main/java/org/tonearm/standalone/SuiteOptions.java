package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.suite.DataSetSource;
import picocli.CommandLine.Option;

/** Options of {@code evaluate --suite}; refused without it. */
final class SuiteOptions {
  /** The suites there are. */
  enum Suite {
    papers
  }

  @Option(
      names = "--suite",
      required = true,
      paramLabel = "papers",
      description =
          "Measure all networks of the five papers in one table; both tasks without --task.")
  private Suite suite;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "ID",
      description = "With --suite: run these rows alone; the table shows all that have been run.")
  private Set<String> rows = new LinkedHashSet<>();

  @Option(
      names = "--folds-run",
      defaultValue = "10",
      paramLabel = "N",
      description = "With --suite: run the first N of the folds (default: ${DEFAULT-VALUE}).")
  private int foldsRun;

  @Option(
      names = "--budget",
      defaultValue = "180",
      paramLabel = "MINUTES",
      description =
          "With --suite: CPU minutes that a training may take (default: ${DEFAULT-VALUE}).")
  private double budget;

  @Option(
      names = "--rate",
      paramLabel = "X",
      description =
          "With --suite: learning rate of all networks (default: each paper's); kept apart.")
  private Double rate;

  @Option(
      names = "--quick",
      description = "With --suite: a few clips and epochs, to see in minutes that all rows run.")
  private boolean quick;

  @Option(
      names = "--data-set",
      paramLabel = "LAYOUT:DIR",
      description =
          "With --suite: read a data set as its authors lay it out; LAYOUT is gtzan, ismir2004, 4q,"
              + " mirex-like or emotify.")
  private List<String> dataSets = new ArrayList<>();

  @Option(
      names = "--split",
      defaultValue = "",
      paramLabel = "COLUMN",
      description = "With --suite: hold out the clips whose column says test, instead of folds.")
  private String split;

  @Option(
      names = "--leakage",
      defaultValue = "wu-indrnn",
      split = ",",
      paramLabel = "ID",
      description =
          "With --suite: networks that are also measured by shuffled clips, or none (default:"
              + " ${DEFAULT-VALUE}).")
  private Set<String> leakage = new LinkedHashSet<>();

  /** True if a suite is asked for. */
  boolean asked() {
    return suite != null;
  }

  Set<String> rows() {
    return rows;
  }

  int foldsRun() {
    return foldsRun;
  }

  /** CPU minutes a training, above 0. */
  double budget() throws ConfigurationException {
    return PaperOptions.budget(budget);
  }

  /** Above 0 and below 1; empty for the papers'. */
  OptionalDouble rate() throws ConfigurationException {
    return PaperOptions.rate(rate);
  }

  boolean quick() {
    return quick;
  }

  String split() {
    return split;
  }

  /** Ids; the word none stands for no network. */
  Set<String> leakage() {
    return leakage.equals(Set.of("none")) ? Set.of() : leakage;
  }

  /** Layouts with their folders. */
  List<DataSetSource> dataSets() throws ConfigurationException {
    List<DataSetSource> sources = new ArrayList<>();
    for (String text : dataSets) {
      int colon = text.indexOf(':');
      if (colon < 1 || colon == text.length() - 1) {
        throw new ConfigurationException(
            "option",
            "--data-set is " + text + ", expected LAYOUT:DIR",
            "Give a layout and a folder, such as gtzan:genres.");
      }
      sources.add(new DataSetSource(text.substring(0, colon), Path.of(text.substring(colon + 1))));
    }
    return sources;
  }
}
