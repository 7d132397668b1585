package org.tonearm.serato;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.listing.ReadLibrary;

/**
 * Reads {@code database V2} and the crates: tracks ({@code otrk}) with their file ({@code pfil}; in
 * crates {@code ptrk}), genre ({@code tgen}) and comment ({@code tcom}). Tracks that stand in a
 * crate only count too; a crate that is empty or broken is passed over, and told of. One reading;
 * confined to a thread.
 */
final class SeratoLibrary {
  private static final String SEPARATOR = "%%";

  private final SeratoFiles files;
  private final SeratoDrive drive;
  private final List<HostEntry> entries = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  private SeratoLibrary(SeratoFiles files, SeratoDrive drive) {
    this.files = files;
    this.drive = drive;
  }

  static ReadLibrary read(Path folder) throws HostException {
    SeratoFiles files = new SeratoFiles(folder);
    if (!Files.isDirectory(folder)) {
      throw new HostException(
          "library-missing",
          folder + ": no such folder.",
          "Name the folder _Serato_, and check that its drive is connected.");
    }
    if (!files.any()) {
      throw new HostException(
          "other-library",
          folder + ": holds neither 'database V2' nor 'Subcrates'.",
          "Name Serato's folder _Serato_.");
    }
    return new SeratoLibrary(files, SeratoDrive.of(folder)).read();
  }

  private ReadLibrary read() throws HostException {
    String version = "";
    List<HostException> broken = new ArrayList<>();
    if (Files.isRegularFile(files.database())) {
      SeratoFiles.Content database = SeratoFiles.read(files.database());
      version = Chunk.text(database.chunks(), "vrsn").orElse("");
      for (List<Chunk> track : tracks(database)) {
        entry(track, "pfil");
      }
    }
    List<HostPlaylist> crates = new ArrayList<>();
    for (Path file : files.crates()) {
      List<List<Chunk>> tracks;
      try {
        tracks = tracks(SeratoFiles.read(file));
      } catch (HostException e) {
        if (e.code().equals("library-unreadable")) {
          throw e;
        }
        broken.add(e);
        continue;
      }
      List<Integer> inCrate = new ArrayList<>();
      for (List<Chunk> track : tracks) {
        inCrate.add(entry(track, "ptrk"));
      }
      inCrate.removeIf(number -> number < 0);
      String name = file.getFileName().toString();
      String[] names =
          name.substring(0, name.length() - SeratoFiles.ENDING.length()).split(SEPARATOR, -1);
      crates.add(
          new HostPlaylist(
              Arrays.asList(names).subList(0, names.length - 1), names[names.length - 1], inCrate));
    }
    if (entries.isEmpty() && crates.isEmpty() && !broken.isEmpty()) {
      throw broken.get(0);
    }
    return new ReadLibrary(version, entries, crates, broken);
  }

  private static List<List<Chunk>> tracks(SeratoFiles.Content content) throws HostException {
    List<List<Chunk>> tracks = new ArrayList<>();
    for (Chunk chunk : content.chunks()) {
      if (chunk.name().equals("otrk")) {
        try {
          tracks.add(chunk.inside());
        } catch (Chunk.BrokenException e) {
          throw SeratoFiles.malformed(content.file(), e);
        }
      }
    }
    return tracks;
  }

  /** Its number; -1 for a track without a file, such as one of a streaming service. */
  private int entry(List<Chunk> track, String place) {
    String location = Chunk.text(track, place).orElse("");
    if (location.isEmpty()) {
      return -1;
    }
    Integer known = numbers.putIfAbsent(location, entries.size());
    if (known != null) {
      return known;
    }
    Map<TagField, String> values = new EnumMap<>(TagField.class);
    if (place.equals("pfil")) {
      values.put(TagField.GENRE, Chunk.text(track, "tgen").orElse(""));
      values.put(TagField.COMMENT, Chunk.text(track, "tcom").orElse(""));
    }
    entries.add(new HostEntry(entries.size(), location, drive.file(location), values));
    return entries.size() - 1;
  }
}
