package org.tonearm.model.suite;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.tonearm.model.network.paper.RatedNetwork;

/** Where below its {@code --out} the suite keeps what each row came to on each fold. */
final class RecordFolders {
  private static final String QUICK = "-quick";

  private RecordFolders() {}

  /** The folder of all runs. */
  static Path all(Path out) {
    return out.resolve("records");
  }

  /**
   * The folder of one run.
   *
   * @param key names clips, folds and seed, as of {@link SuiteClips#key}
   * @param rate learning rate of all networks; empty for the papers' own
   * @param quick true for the quick form
   */
  static Path own(Path out, String key, OptionalDouble rate, boolean quick) {
    String rated = rate.isEmpty() ? "" : "-rate-" + RatedNetwork.text(rate.getAsDouble());
    return all(out).resolve(key + rated + (quick ? QUICK : ""));
  }

  /** True if a folder is of a run whose figures mean something: not of the quick form. */
  static boolean measured(Path run) {
    return !run.getFileName().toString().endsWith(QUICK);
  }
}
