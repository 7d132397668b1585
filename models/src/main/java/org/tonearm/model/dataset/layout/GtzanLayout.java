package org.tonearm.model.dataset.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/**
 * GTZAN (Tzanetakis and Cook, 2002): {@code genres/blues/blues.00000.au}, and so for ten genres.
 * The folder may be called {@code genres_original}, or be the root itself; any audio format will
 * do.
 *
 * <p>Beside that folder may lie the fault-filtered split of Kereliuk, Sturm and Larsen (2015), as
 * {@link GtzanSplit} reads it, and {@code artists.csv} with the columns {@code file} ({@code
 * blues.00000}) and {@code artist}. Without artists each clip is a group of its own, although many
 * artists have several.
 */
final class GtzanLayout implements DataSetLayout {
  private static final List<String> GENRES =
      List.of(
          "blues",
          "classical",
          "country",
          "disco",
          "hiphop",
          "jazz",
          "metal",
          "pop",
          "reggae",
          "rock");

  @Override
  public String id() {
    return "genre_gtzan";
  }

  @Override
  public String word() {
    return "gtzan";
  }

  @Override
  public boolean recognises(Path root) {
    return genres(root).isPresent();
  }

  @Override
  public List<Clip> clips(Path root) throws ConfigurationException {
    Path genres = genres(root).orElse(root);
    Optional<GtzanSplit> split = GtzanSplit.beside(root);
    Map<String, String> artists = artists(root.resolve("artists.csv"));
    List<Clip> clips = new ArrayList<>();
    Set<String> stems = new HashSet<>();
    for (String genre : GENRES) {
      for (Path file : Listing.audio(genres.resolve(genre))) {
        String stem = Listing.stem(file);
        if (named(genre, stem) && stems.add(stem)) {
          ClipDraft draft = new ClipDraft(root, file, id()).with("label", genre);
          draft.with("genre", genre);
          if (split.isPresent()) {
            draft.with("split", split.get().of(stem).orElse(""));
            draft.with("split_ff", split.get().of(stem).orElse("fault"));
          }
          clips.add(draft.by(artists.getOrDefault(stem, ""), "gtzan:" + stem));
        }
      }
    }
    if (split.isPresent()) {
      split.get().check(stems);
    }
    return clips;
  }

  private static boolean named(String genre, String stem) {
    return stem.matches(genre + "\\.\\d{5}");
  }

  /** The folder that holds a folder for each genre. */
  private static Optional<Path> genres(Path root) {
    return Stream.of(root.resolve("genres"), root.resolve("genres_original"), root)
        .filter(GtzanLayout::holdsGenres)
        .findFirst();
  }

  private static boolean holdsGenres(Path folder) {
    for (String genre : GENRES) {
      try {
        if (Listing.audio(folder.resolve(genre)).stream()
            .anyMatch(file -> named(genre, Listing.stem(file)))) {
          return true;
        }
      } catch (ConfigurationException e) {
        return false;
      }
    }
    return false;
  }

  private static Map<String, String> artists(Path file) throws ConfigurationException {
    Map<String, String> artists = new HashMap<>();
    if (Files.exists(file)) {
      for (CSVRecord row : ListFile.read(file).rows(List.of("file", "artist"))) {
        artists.put(GtzanSplit.stem(row.get("file")), row.get("artist"));
      }
    }
    return artists;
  }
}
