package org.tonearm.model.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tonearm.api.ConfigurationException;

/**
 * A manifest as text.
 *
 * @param file it was read from
 * @param text without the byte-order mark that spreadsheets put before it
 */
record ManifestText(Path file, String text) {

  /**
   * Reads a file.
   *
   * @throws ConfigurationException if it can't be read, or is not UTF-8
   */
  static ManifestText read(Path file) throws ConfigurationException {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ConfigurationException(
          "manifest",
          "cannot read the manifest " + file + ": " + e.getMessage(),
          "Check the path given to --manifest.",
          e);
    }
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true).isError()) {
      throw new ConfigurationException(
          "manifest",
          file + ", line " + line(bytes) + ": a letter is not written in UTF-8",
          "Save the table anew, as CSV in UTF-8.");
    }
    String text = chars.flip().toString();
    return new ManifestText(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** The line, counted from 1, in which a buffer stands. */
  private static long line(ByteBuffer bytes) {
    long line = 1;
    for (int i = 0; i < bytes.position(); i++) {
      line += bytes.get(i) == '\n' ? 1 : 0;
    }
    return line;
  }
}
