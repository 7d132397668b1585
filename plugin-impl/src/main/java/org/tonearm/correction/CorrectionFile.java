package org.tonearm.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.tag.TagField;
import org.tonearm.library.index.Fingerprint;

/**
 * Corrections in a file of JSON Lines, one a line, the newest at the end. Lines are only ever
 * added; one that was cut short or damaged is passed over. Stateless; one process should add at a
 * time.
 *
 * @param file need not exist
 */
public record CorrectionFile(Path file) {
  /** Its name in the data folder. */
  public static final String NAME = "corrections.jsonl";

  /**
   * Those that hold.
   *
   * @throws ConfigurationException {@code corrections-io} if the file is there and can't be read
   */
  public Corrections read() throws ConfigurationException {
    List<Correction> all = new ArrayList<>();
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      text.lines().forEach(line -> correction(line).ifPresent(all::add));
    } catch (NoSuchFileException e) {
      return Corrections.NONE;
    } catch (IOException e) {
      throw fault("can't be read", e);
    }
    return new Corrections(all);
  }

  /**
   * Adds some; they are on the disk when this returns.
   *
   * @throws ConfigurationException {@code corrections-io} if that fails
   */
  public void add(List<Correction> corrections) throws ConfigurationException {
    if (corrections.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        // A line that was cut short must not swallow the next one.
        if (channel.size() > 0 && !endsInNewline(channel)) {
          lines.append('\n');
        }
        corrections.forEach(correction -> lines.append(line(correction)).append('\n'));
        channel.position(channel.size());
        // A stream writes to the end; the channel takes what a full disk has room for, and is
        // silent.
        Channels.newOutputStream(channel).write(lines.toString().getBytes(StandardCharsets.UTF_8));
        channel.force(true);
      }
    } catch (IOException e) {
      throw fault("can't be written", e);
    }
  }

  private static boolean endsInNewline(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) == '\n';
  }

  private static String line(Correction correction) {
    return new ObjectMapper()
        .createObjectNode()
        .put("path", correction.path().toString())
        // The address holds the name's very bytes; the path is for the reader's eye.
        .put("uri", correction.path().toUri().toString())
        .put("fingerprint", correction.fingerprint().text())
        .put("field", correction.field().word())
        .put("told", correction.told())
        .put("corrected", correction.corrected())
        .put("date", correction.date().toString())
        .toString();
  }

  private static Optional<Correction> correction(String line) {
    try {
      JsonNode object = new ObjectMapper().readTree(line);
      return Optional.of(
          new Correction(
              Path.of(URI.create(object.path("uri").asText())),
              new Fingerprint(object.path("fingerprint").asText()),
              Arrays.stream(TagField.values())
                  .filter(field -> field.word().equals(object.path("field").asText()))
                  .findFirst()
                  .orElseThrow(),
              object.path("told").asText(),
              object.path("corrected").asText(),
              Instant.parse(object.path("date").asText())));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private ConfigurationException fault(String what, IOException e) {
    return new ConfigurationException(
        "corrections-io",
        file + ": the corrections " + what + ": " + e,
        "See that the data folder may be read and written, and that the disk has room.",
        e);
  }
}
