package org.tonearm.model.suite;

import java.nio.file.Path;
import java.util.OptionalDouble;

/** Where below its {@code --out} the suite keeps what each row came to on each fold. */
final class RecordFolders {
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
   */
  static Path own(Path out, String key, OptionalDouble rate) {
    return all(out)
        .resolve(rate.isEmpty() ? key : key + "-rate-" + String.valueOf(rate.getAsDouble()));
  }
}
