package org.tonearm.model.dataset.layout;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tonearm.model.dataset.ArtistGroup;
import org.tonearm.model.dataset.Clip;

/** A clip in the making: its columns come one by one. */
final class ClipDraft {
  private final Path file;
  private final String id;
  private final String dataset;
  private final Map<String, String> columns = new LinkedHashMap<>();

  /**
   * Begins a clip.
   *
   * @param root the data set's folder, which the clip's id leaves out
   * @param file its audio
   * @param dataset the data set's name
   */
  ClipDraft(Path root, Path file, String dataset) {
    this.file = file;
    this.id =
        StreamSupport.stream(root.relativize(file).spliterator(), false)
            .map(Path::toString)
            .collect(Collectors.joining("/"));
    this.dataset = dataset;
  }

  /** Adds a column; an empty value is none. */
  ClipDraft with(String column, String value) {
    if (!value.isBlank()) {
      columns.put(column, value.trim());
    }
    return this;
  }

  /**
   * The clip, in its artist's group.
   *
   * @param artist may be empty
   * @param otherwise the group where no artist is known
   */
  Clip by(String artist, String otherwise) {
    with("artist", artist);
    return in(ArtistGroup.of(artist).orElse(otherwise));
  }

  /** The clip, in a group. */
  Clip in(String group) {
    with("path", id);
    with("dataset", dataset);
    with("group", group);
    return new Clip(file, id, dataset, group, Double.NaN, columns);
  }
}
