package org.tonearm.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether a folder that Tonearm needs can be written, and has room. */
public final class FolderCheck implements Doctor.Check {
  private final String subject;
  private final Path folder;
  private final long neededMiB;

  /**
   * @param subject what the folder is for
   * @param folder may not exist yet; it is then judged by the nearest folder above it that does
   * @param neededMiB room, in MiB, under which a warning is due
   */
  public FolderCheck(String subject, Path folder, long neededMiB) {
    this.subject = subject;
    this.folder = folder.toAbsolutePath();
    this.neededMiB = neededMiB;
  }

  @Override
  public List<Finding> look() {
    Path present = folder;
    while (!Files.exists(present) && present.getParent() != null) {
      present = present.getParent();
    }
    if (!Files.isDirectory(present) || !Files.isWritable(present)) {
      return List.of(
          Finding.fault(
              subject,
              folder + ": can't be written (" + present + ")",
              "Give yourself the right to write there, or choose another place."));
    }
    return List.of(room(present));
  }

  private Finding room(Path present) {
    try {
      long free = Files.getFileStore(present).getUsableSpace() >> 20;
      String detail = String.format(Locale.ROOT, "%s: writable, %,d MiB free", folder, free);
      return free < neededMiB
          ? Finding.warning(
              subject, detail, "Make room: some " + neededMiB + " MiB should be free.")
          : Finding.good(subject, detail);
    } catch (IOException e) {
      return Finding.warning(
          subject, folder + ": its free space is not known: " + e.getMessage(), "Check the drive.");
    }
  }
}
