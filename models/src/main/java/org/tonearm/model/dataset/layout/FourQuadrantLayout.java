package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/**
 * The 4Q audio emotion data set (Panda, Malheiro and Paiva, IEEE Transactions on Affective
 * Computing, 2018): clips in the folders {@code Q1} to {@code Q4}, a quadrant of valence and
 * arousal each, named {@code MT0000004637.mp3}; artist, title, mood words and genres of AllMusic in
 * {@code panda_dataset_taffc_metadata.csv}.
 */
final class FourQuadrantLayout implements DataSetLayout {
  private static final List<String> QUADRANTS = List.of("Q1", "Q2", "Q3", "Q4");
  private static final String METADATA = "panda_dataset_taffc_metadata.csv";

  @Override
  public String id() {
    return "mood_4q_taffc";
  }

  @Override
  public String word() {
    return "4q";
  }

  @Override
  public boolean recognises(Path root) {
    return QUADRANTS.stream().allMatch(q -> Files.isDirectory(root.resolve(q)));
  }

  @Override
  public List<Clip> clips(Path root) throws ConfigurationException {
    ListFile list = ListFile.read(root.resolve(METADATA));
    Map<String, CSVRecord> rows = new HashMap<>();
    for (CSVRecord row :
        list.rows(List.of("Song", "Artist", "Title", "Quadrant", "MoodsStrSplit", "GenresStr"))) {
      rows.put(row.get("Song"), row);
    }
    List<Clip> clips = new ArrayList<>();
    for (String quadrant : QUADRANTS) {
      for (Path file : Listing.audio(root.resolve(quadrant))) {
        clips.add(clip(root, file, quadrant, list, rows.get(Listing.stem(file))));
      }
    }
    return clips;
  }

  private Clip clip(Path root, Path file, String quadrant, ListFile list, CSVRecord row)
      throws ConfigurationException {
    if (row == null) {
      throw new ConfigurationException(
          "data-set",
          list.path() + " has no line for " + file,
          "Take the list anew from the data set, or remove the file.");
    }
    if (!row.get("Quadrant").equals(quadrant)) {
      throw list.error(
          row.getRecordNumber() + 1,
          "says " + row.get("Quadrant") + " of " + file,
          "Put the file into the folder of its quadrant.");
    }
    return new ClipDraft(root, file, id())
        .with("label", quadrant)
        .with("quadrant", quadrant)
        .with("title", row.get("Title"))
        .with("genres", row.get("GenresStr"))
        .with("moods", row.get("MoodsStrSplit"))
        .by(row.get("Artist"), "4q:" + Listing.stem(file));
  }
}
