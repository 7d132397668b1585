package org.tonearm.learn;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonearm.taxonomy.Spelling;

/**
 * What must not be learnt from and judged at once: tracks of one artist, however its name is
 * written; where no artist is named, those of one album's folder; each by itself where a folder is
 * no album. A folder counts as an album if it has few such tracks, all of one label.
 */
final class Groups {
  private static final int LARGEST_ALBUM = 40;

  private final Map<Path, Integer> sizes = new HashMap<>();
  private final Map<Path, Set<String>> labels = new HashMap<>();
  private final Artists artists;

  /**
   * @param tracks all that may be learnt from, with a value each
   */
  Groups(List<TaggedTrack> tracks) {
    artists = new Artists(tracks.stream().flatMap(track -> track.artist().stream()).toList());
    for (TaggedTrack track : tracks) {
      if (track.artist().isEmpty()) {
        sizes.merge(folder(track), 1, Integer::sum);
        labels
            .computeIfAbsent(folder(track), f -> new HashSet<>())
            .add(Spelling.key(track.value().orElse("")));
      }
    }
  }

  /** The name of a track's group. */
  String of(TaggedTrack track) {
    if (track.artist().isPresent()) {
      return artists.of(track.artist().get());
    }
    Path folder = folder(track);
    boolean album =
        sizes.getOrDefault(folder, 0) <= LARGEST_ALBUM
            && labels.getOrDefault(folder, Set.of()).size() <= 1;
    return album ? "album:" + folder : "track:" + track.track().path();
  }

  private static Path folder(TaggedTrack track) {
    return track.track().path().toAbsolutePath().getParent();
  }
}
