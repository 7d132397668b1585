package org.tonearm.installer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonearm.installer.notices.KeptTexts;
import org.tonearm.installer.notices.Part;
import org.tonearm.installer.notices.ThirdParties;

/** Writes what is to be told of the parts of others in a pack whose parts Tonearm does without. */
public final class PackNotices {
  private PackNotices() {}

  /**
   * Writes it.
   *
   * @param arguments the file to write, the file with the class path of the pack, and the folder of
   *     kept texts of licences
   */
  public static void main(String[] arguments) throws IOException {
    String classPath = Files.readString(Path.of(arguments[1]));
    KeptTexts kept = KeptTexts.in(Path.of(arguments[2]));
    byte[] page =
        new ThirdParties(Part.ofClassPath(classPath), kept).text().getBytes(StandardCharsets.UTF_8);
    Files.write(Path.of(arguments[0]), page);
  }
}
