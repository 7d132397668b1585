package org.tonearm.spark.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.spark.journal.Placement;
import org.tonearm.tag.journal.FileIdentity;

/** What a file put in place is known by again, on any machine that mounts its file system. */
final class Placements {
  /** Nanoseconds of a millisecond. */
  static final long MILLI = 1_000_000;

  /** Machines number the devices of a shared file system each in its own way. */
  private static final Pattern INODE = Pattern.compile("ino=(\\d+)");

  private Placements() {}

  static Placement of(FileIdentity file) {
    Matcher inode = INODE.matcher(file.key());
    return new Placement(
        file.size(), inode.find() ? inode.group(1) : file.key(), file.modified(), "");
  }

  static Placement of(Path file) throws IOException {
    return of(FileIdentity.of(file));
  }
}
