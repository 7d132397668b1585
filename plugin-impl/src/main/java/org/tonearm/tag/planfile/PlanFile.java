package org.tonearm.tag.planfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tonearm.api.tag.TagProfile;

/**
 * A plan that is being read, one track after the other, so that its length does not matter.
 * Confined to one thread.
 */
public final class PlanFile implements AutoCloseable {
  private final Path file;
  private final JsonParser parser;
  private final TrackJson json = new TrackJson();
  private final PlanHeader header;
  private int read;

  private PlanFile(Path file, JsonParser parser) throws IOException {
    this.file = file;
    this.parser = parser;
    this.header = header();
  }

  /**
   * Opens a plan and reads its head.
   *
   * @throws PlanFileException if it is not there, no plan, damaged, or of a newer version
   */
  public static PlanFile open(Path file) throws PlanFileException {
    JsonParser parser = null;
    try {
      parser = new ObjectMapper().createParser(Files.newBufferedReader(file));
      return new PlanFile(file, parser);
    } catch (NewerException e) {
      close(parser);
      throw new PlanFileException(
          "plan-newer",
          file + ": this plan was made by a newer version of Tonearm.",
          "Use that version, or make the plan again with this one.",
          e);
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      close(parser);
      throw fault(file, 0, e);
    }
  }

  /** What holds for all tracks. */
  public PlanHeader head() {
    return header;
  }

  /**
   * The next track; empty at the end of a complete plan.
   *
   * @throws PlanFileException if the file is damaged or was cut short
   */
  public Optional<PlannedTrack> next() throws PlanFileException {
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        return Optional.empty();
      }
      if (token != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a track was expected");
      }
      PlannedTrack track = json.read(parser.readValueAsTree());
      read++;
      return Optional.of(track);
    } catch (IOException | RuntimeException e) {
      throw fault(file, read, e);
    }
  }

  @Override
  public void close() {
    close(parser);
  }

  private PlanHeader header() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("a JSON object was expected");
    }
    String format = "";
    String created = "";
    String commandLine = "";
    TagProfile profile = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "format" -> format = parser.getText();
        case "version" -> {
          if (parser.getIntValue() > PlanFileWriter.VERSION) {
            throw new NewerException();
          }
        }
        case "created" -> created = parser.getText();
        case "commandLine" -> commandLine = parser.getText();
        case "profile" -> profile = parser.readValueAs(TagProfile.class);
        case "tracks" -> {
          if (!format.equals(PlanFileWriter.FORMAT)
              || profile == null
              || !parser.isExpectedStartArrayToken()) {
            throw new IllegalArgumentException("this is no plan of Tonearm");
          }
          return new PlanHeader(Instant.parse(created), commandLine, profile);
        }
        default -> parser.skipChildren();
      }
    }
    throw new IllegalArgumentException("this is no plan of Tonearm");
  }

  private static PlanFileException fault(Path file, int read, Exception e) {
    if (e instanceof NoSuchFileException) {
      return new PlanFileException(
          "plan-missing",
          file + ": there is no such plan.",
          "Make one with 'tonearm plan PATH --output " + file + "'.",
          e);
    }
    if (e instanceof IOException && !(e instanceof JsonProcessingException)) {
      return new PlanFileException(
          "plan-io",
          file + ": the plan could not be read: " + e.getMessage(),
          "Check that the file may be read and its drive is connected.",
          e);
    }
    return new PlanFileException(
        "plan-malformed",
        file + ": not a plan, or damaged after track " + read + ": " + firstLine(e),
        "Make the plan again with 'tonearm plan'.",
        e);
  }

  private static String firstLine(Exception e) {
    String message =
        e instanceof JsonProcessingException j ? j.getOriginalMessage() : e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse("");
  }

  private static void close(JsonParser parser) {
    if (parser != null) {
      try {
        parser.close();
      } catch (IOException e) {
        // It was only read.
      }
    }
  }

  /** The file says that it is of a version that is not known here. */
  private static final class NewerException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
