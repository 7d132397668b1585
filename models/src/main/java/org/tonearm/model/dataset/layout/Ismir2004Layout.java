package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/**
 * The genre contest of ISMIR 2004 (Cano et al., MTG-TR-2006-02), six classes of whole tracks from
 * Magnatune: {@code metadata/training/tracklist.csv} lists the 729 tracks below {@code
 * audio/training}, and so for {@code development}; or the list stands in the folder of its audio. A
 * line is class, artist, album, track, number, path, without a header.
 *
 * <p>Training is {@code train} and development is {@code test}, the split of 729 and 729 tracks
 * that papers report on; the later evaluation part is not read. {@code label} is the class, {@code
 * genre} is given where the class is a single one. The development part hides its artists' names:
 * its groups hold within it alone.
 */
final class Ismir2004Layout implements DataSetLayout {
  private static final Map<String, String> SPLITS =
      Map.of("training", "train", "development", "test");
  private static final Set<String> CLASSES =
      Set.of("classical", "electronic", "jazz_blues", "metal_punk", "rock_pop", "world");
  private static final Set<String> SINGLE = Set.of("classical", "electronic");
  private static final int COLUMNS = 6;

  @Override
  public String id() {
    return "genre_ismir2004";
  }

  @Override
  public String word() {
    return "ismir2004";
  }

  @Override
  public boolean recognises(Path root) {
    return SPLITS.keySet().stream().allMatch(part -> Files.isRegularFile(list(root, part)));
  }

  @Override
  public List<Clip> clips(Path root) throws ConfigurationException {
    List<Clip> clips = new ArrayList<>();
    for (String part : List.of("training", "development")) {
      ListFile list = ListFile.read(list(root, part));
      Path audio = root.resolve("audio").resolve(part);
      Path folder = Files.isDirectory(audio) ? audio : root.resolve(part);
      for (CSVRecord row : list.rows()) {
        if (row.getRecordNumber() > 1 || !row.get(0).equals("class")) {
          clips.add(clip(root, part, folder, list, row));
        }
      }
    }
    return clips;
  }

  private Clip clip(Path root, String part, Path folder, ListFile list, CSVRecord row)
      throws ConfigurationException {
    long line = row.getRecordNumber();
    if (row.size() < COLUMNS) {
      throw list.error(
          line,
          "expected " + COLUMNS + " values, found " + row.size(),
          "A line is class, artist, album, track, number, path.");
    }
    String label = row.get(0).toLowerCase(Locale.ROOT).replace('-', '_');
    if (!CLASSES.contains(label)) {
      throw list.error(
          line,
          "unknown class " + row.get(0),
          "The classes are classical, electronic, jazz_blues, metal_punk, rock_pop and world.");
    }
    Path file =
        SpeltAlike.find(folder, row.get(5))
            .orElseThrow(
                () ->
                    list.error(
                        line,
                        "no file " + row.get(5) + " below " + folder,
                        "Put the file back, or take the line out of the list."));
    String artist = row.get(1);
    ClipDraft draft =
        new ClipDraft(root, file, id())
            .with("label", label)
            .with("genre", SINGLE.contains(label) ? label : "")
            .with("split", SPLITS.get(part))
            .with("album", row.get(2))
            .with("title", row.get(3))
            .with("track_number", row.get(4));
    String unknown = "ismir2004:" + part + "/" + row.get(5);
    boolean hidden = artist.matches("artist_\\d+");
    return hidden ? draft.in("ismir2004:" + part + "/" + artist) : draft.by(artist, unknown);
  }

  private static Path list(Path root, String part) {
    Path apart = root.resolve("metadata").resolve(part).resolve("tracklist.csv");
    return Files.exists(apart) ? apart : root.resolve(part).resolve("tracklist.csv");
  }
}
