package org.tonearm.panel.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.panel.Decision;
import org.tonearm.tag.planfile.TrackJson;

/**
 * The state of the panel in a file of JSON. Written as a copy that takes the file's place whole. A
 * file that can't be understood is set aside and not written over; of one of which some decisions
 * can't be understood, a copy is. Thread-safe.
 *
 * @param file need not exist
 */
public record StateFile(Path file) {
  /** Its name in the data folder. */
  public static final String NAME = "panel.json";

  /**
   * What was read.
   *
   * @param state how the panel was left
   * @param aside where a file went, or a copy of it, that could not be understood
   */
  public record Remembered(PanelState state, Optional<Path> aside) {}

  /**
   * Reads it.
   *
   * @throws IOException if it is there and can't be read or set aside
   */
  public Remembered read() throws IOException {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return new Remembered(PanelState.NEW, Optional.empty());
    }
    Path aside = file.resolveSibling(file.getFileName() + ".broken");
    Reading reading = new Reading();
    try {
      PanelState state = mapper(reading).readValue(text, PanelState.class);
      if (state != null) {
        if (reading.lost) {
          Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Remembered(state, reading.lost ? Optional.of(aside) : Optional.empty());
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      // Told by where it went.
    }
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    return new Remembered(PanelState.NEW, Optional.of(aside));
  }

  /**
   * Writes it.
   *
   * @throws IOException if that fails; the file is as before then
   */
  public void write(PanelState state) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    byte[] bytes = mapper(new Reading()).writerWithDefaultPrettyPrinter().writeValueAsBytes(state);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      // A stream writes to the end; the channel takes what a full disk has room for, and is silent.
      Channels.newOutputStream(channel).write(bytes);
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ObjectMapper mapper(Reading reading) {
    SimpleModule decisions = new SimpleModule();
    decisions.addSerializer(KeptDecision.class, new Writing());
    decisions.addDeserializer(KeptDecision.class, reading);
    return new ObjectMapper()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .registerModule(decisions);
  }

  private static final class Writing extends JsonSerializer<KeptDecision> {
    @Override
    public void serialize(KeptDecision kept, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeTree(
          new TrackJson()
              .write(kept.planned())
              .put("decision", kept.decision().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Reads what it can; used for one file. */
  private static final class Reading extends JsonDeserializer<KeptDecision> {
    boolean lost;

    @Override
    public KeptDecision deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode object = parser.readValueAsTree();
      try {
        String word = object.path("decision").asText().toUpperCase(Locale.ROOT);
        return new KeptDecision(Decision.valueOf(word), new TrackJson().read(object));
      } catch (RuntimeException e) {
        lost = true;
        return null;
      }
    }
  }
}
