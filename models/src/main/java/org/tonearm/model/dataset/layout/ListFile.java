package org.tonearm.model.dataset.layout;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;

/**
 * A file that lists clips, read whole. Bytes that are no UTF-8 become replacement characters: such
 * files are old, and a broken letter in a title is no reason to refuse them.
 *
 * @param path the file
 * @param text its text, without a byte-order mark
 */
record ListFile(Path path, String text) {

  /**
   * Reads a file.
   *
   * @throws ConfigurationException if it is missing or can't be read
   */
  static ListFile read(Path path) throws ConfigurationException {
    StringBuilder text = new StringBuilder();
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8)) {
      char[] buffer = new char[1 << 14];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        text.append(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "data-set",
          "cannot read " + path + ": " + e.getMessage(),
          "It belongs to the data set; put it where the data set's archive has it.",
          e);
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return new ListFile(path, text.substring(marked ? 1 : 0));
  }

  /** Its lines, trimmed; those at the end that are empty are left out. */
  List<String> lines() {
    return text.stripTrailing().lines().map(String::trim).toList();
  }

  /** Its rows as a table without a header, from the first line on. */
  List<CSVRecord> rows() throws ConfigurationException {
    return parse(
        CSVFormat.RFC4180
            .builder()
            .setTrim(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get());
  }

  /**
   * Its rows as a table with a header.
   *
   * @param columns what the header must name
   */
  List<CSVRecord> rows(List<String> columns) throws ConfigurationException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();
    List<CSVRecord> rows = parse(format);
    for (String column : columns) {
      if (rows.isEmpty() || !rows.get(0).isMapped(column)) {
        throw new ConfigurationException(
            "data-set",
            path + " has no rows with a column \"" + column + "\"",
            "Its first line must name the columns " + String.join(", ", columns) + ".");
      }
    }
    return rows;
  }

  private List<CSVRecord> parse(CSVFormat format) throws ConfigurationException {
    try (CSVParser parser = format.parse(new StringReader(text))) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "data-set",
          path + " is no table: " + e.getMessage(),
          "It must be a text file of values between commas; take it anew from the data set.",
          e);
    }
  }

  /**
   * An error in one of its lines.
   *
   * @param line counted from 1
   */
  ConfigurationException error(long line, String what, String remedy) {
    return new ConfigurationException("data-set", path + ", line " + line + ": " + what, remedy);
  }
}
