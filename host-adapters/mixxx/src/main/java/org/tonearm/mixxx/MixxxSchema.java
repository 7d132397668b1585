package org.tonearm.mixxx;

import java.nio.file.Path;
import org.tonearm.api.host.HostException;

/**
 * The versions of Mixxx's database that are known: it numbers its schema, and states the number in
 * its table {@code settings}. Mixxx 2.3 has 32; 2.4 and 2.5 have 39; those between were made by
 * versions on the way there, and only added columns.
 */
final class MixxxSchema {
  /** What the number is called. */
  static final String SETTING = "mixxx.schema.version";

  private static final int OLDEST = 32;
  private static final int NEWEST = 39;

  private MixxxSchema() {}

  /**
   * Says which Mixxx a number belongs to.
   *
   * @param stated as it stands in the database; "" if nothing does
   * @throws HostException {@code other-library} without a number, {@code library-newer} and {@code
   *     library-older} for one that is not known
   */
  static String check(Path file, String stated) throws HostException {
    if (!stated.matches("\\d{1,9}")) {
      throw new HostException(
          "other-library",
          file + ": states no schema, as a database of Mixxx does.",
          "Name Mixxx's mixxxdb.sqlite.");
    }
    int schema = Integer.parseInt(stated);
    if (schema > NEWEST) {
      throw new HostException(
          "library-newer",
          file + ": has schema " + schema + ", which is newer than Mixxx 2.5's " + NEWEST + ".",
          "Tag the files with 'tonearm tag', or use a version of Tonearm that knows this Mixxx.");
    }
    if (schema < OLDEST) {
      throw new HostException(
          "library-older",
          file + ": has schema " + schema + ", which is older than Mixxx 2.3's " + OLDEST + ".",
          "Start Mixxx 2.3 or newer once: it brings the database up to date.");
    }
    return "schema " + schema + ", Mixxx " + (schema < NEWEST ? "2.3" : "2.4 or 2.5");
  }
}
