package org.tonearm.model.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A model's {@code statistics.bin}. Its checksum stands in {@code model.json} as {@code
 * statisticsCrc32}; models that were written before there was one are read without.
 */
public final class StatisticsFile {
  static final String NAME = "statistics.bin";
  private static final String CHECKSUM = "statisticsCrc32";

  private StatisticsFile() {}

  /** Writes what the file holds. */
  @FunctionalInterface
  public interface Content {
    /** Writes it; the stream stays open. */
    void write(DataOutputStream out) throws IOException;
  }

  /** Writes the file, and its checksum into what will be {@code model.json}. */
  public static void write(Path folder, ObjectNode about, Content content) throws IOException {
    CRC32 checksum = new CRC32();
    try (DataOutputStream out =
        new DataOutputStream(
            new CheckedOutputStream(
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))), checksum))) {
      content.write(out);
    }
    about.put(CHECKSUM, checksum.getValue());
  }

  /**
   * The file's bytes, from its first.
   *
   * @throws IOException if they are not those that were written
   */
  public static DataInputStream open(ModelSource source, JsonNode about) throws IOException {
    byte[] bytes;
    try (InputStream in = source.open(NAME)) {
      bytes = in.readAllBytes();
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ModelFit.require(
        !about.has(CHECKSUM) || about.get(CHECKSUM).asLong(-1) == checksum.getValue(),
        NAME + " is damaged: it has another checksum than model.json says");
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
