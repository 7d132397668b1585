package org.tonearm.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonearm.run.TrackStatus;

/** The status as a file of JSON, by which another process knows of it. Stateless. */
public final class StatusFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StatusFile() {}

  /** As JSON. */
  public static String json(WatchStatus status) {
    ObjectNode json = JSON.createObjectNode();
    json.put("pid", status.pid());
    json.put("since", status.since().toString());
    json.put("told", status.told().toString());
    json.put("doing", status.doing().word());
    status.ways().forEach(json.putArray("folders")::add);
    json.put("waiting", status.waiting());
    ObjectNode tracks = json.putObject("tracks");
    status.tracks().forEach((key, count) -> tracks.put(key.word(), count));
    status.last().ifPresent(when -> json.put("last", when.toString()));
    status.problem().ifPresent(text -> json.put("problem", text));
    return json.toString();
  }

  /** Puts it in the place of an older one, whole. */
  public static void write(Path file, WatchStatus status) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, json(status) + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty if there is none that can be read. */
  public static Optional<WatchStatus> read(Path file) {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      List<String> ways = new ArrayList<>();
      json.path("folders").forEach(way -> ways.add(way.asText()));
      Map<TrackStatus, Integer> tracks = new EnumMap<>(TrackStatus.class);
      for (TrackStatus key : TrackStatus.values()) {
        if (json.path("tracks").has(key.word())) {
          tracks.put(key, json.path("tracks").path(key.word()).asInt());
        }
      }
      return Optional.of(
          new WatchStatus(
              json.path("pid").asLong(),
              Instant.parse(json.path("since").asText()),
              Instant.parse(json.path("told").asText()),
              ways,
              WatchStatus.Doing.valueOf(json.path("doing").asText().toUpperCase(Locale.ROOT)),
              json.path("waiting").asInt(),
              tracks,
              Optional.ofNullable(json.get("last")).map(when -> Instant.parse(when.asText())),
              Optional.ofNullable(json.get("problem")).map(JsonNode::asText)));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
