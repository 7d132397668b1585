package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;

/** The tracks of a library that is no collection: listed, and never exported. Immutable. */
final class ListedTracks implements HostCollection {
  private final List<HostEntry> entries;

  ListedTracks(HostAdapter host) {
    List<Path> files = new ArrayList<>();
    TrackRequest all =
        new TrackRequest(List.of(), List.of(), List.of(), problem -> files.add(problem.path()));
    try (Stream<Track> tracks = host.tracks(all)) {
      tracks.map(Track::path).forEach(files::add);
    }
    List<HostEntry> listed = new ArrayList<>();
    for (Path file : files) {
      listed.add(new HostEntry(listed.size(), file.toString(), Optional.of(file), Map.of()));
    }
    this.entries = List.copyOf(listed);
  }

  @Override
  public List<HostEntry> entries() {
    return entries;
  }

  @Override
  public List<HostPlaylist> playlists() {
    return List.of();
  }

  @Override
  public void export(Path target, Map<Integer, Map<TagField, String>> changes) {
    throw new UnsupportedOperationException("a mere listing is not exported");
  }

  @Override
  public String importHint() {
    return "Nothing to do.";
  }
}
