package org.tonearm.tag.undo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.library.LibraryScan;
import org.tonearm.tag.codec.CodecRegistry;

/**
 * Finds files again by reading the audio of those in some folders. The folders are listed when the
 * first file is looked for; each file is read once at most, those first whose size is nearest.
 * Holds a name and a number for each file in the folders. Used by one thread.
 */
final class SearchedFolders {
  private static final long MIB = 1024 * 1024;

  /** Pictures and other items that a program put into the tags, or took out, may be large. */
  private static final long TAGS = 16 * MIB;

  private final List<Path> folders;
  private final CodecRegistry codecs;
  private final TreeMap<Long, List<Path>> unread = new TreeMap<>();
  private final Map<String, List<Path>> read = new HashMap<>();
  private final BooleanSupplier givenUp;
  private boolean listed;

  /**
   * @param givenUp ends a search once it says so; nothing is found then
   */
  SearchedFolders(List<Path> folders, CodecRegistry codecs, BooleanSupplier givenUp) {
    this.folders = folders;
    this.codecs = codecs;
    this.givenUp = givenUp;
  }

  /**
   * Files with this audio.
   *
   * @param size of the file when it was last seen, in bytes
   */
  List<Path> find(String audioHash, long size) {
    if (!listed && !folders.isEmpty()) {
      list();
    }
    listed = true;
    while (!read.containsKey(audioHash) && !ended()) {
      Long nearest = nearest(size);
      if (nearest == null) {
        break;
      }
      unread.remove(nearest).stream().takeWhile(file -> !ended()).forEach(this::read);
    }
    // Of copies some may not be read yet: which one is meant can't be told then.
    return ended() ? List.of() : read.getOrDefault(audioHash, List.of());
  }

  private boolean ended() {
    return Thread.currentThread().isInterrupted() || givenUp.getAsBoolean();
  }

  private void list() {
    TrackRequest request = new TrackRequest(folders, List.of(), List.of(), problem -> {});
    try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
      tracks
          .takeWhile(track -> !ended())
          .forEach(
              track -> {
                try {
                  unread
                      .computeIfAbsent(Files.size(track.path()), size -> new ArrayList<>())
                      .add(track.path());
                } catch (IOException e) {
                  // Gone since it was listed.
                }
              });
    }
  }

  private void read(Path file) {
    try {
      String hash = codecs.codecFor(file).read(file, TagProfile.DEFAULT).audioHash();
      read.computeIfAbsent(hash, h -> new ArrayList<>()).add(file);
    } catch (TagException e) {
      // Nothing that was tagged.
    }
  }

  /** The size nearest to a size among those that a change of tags can account for, or null. */
  private Long nearest(long size) {
    Long below = unread.floorKey(size);
    Long above = unread.ceilingKey(size);
    if (below != null && below < size / 2 - TAGS) {
      below = null;
    }
    if (above != null && above > size * 2 + TAGS) {
      above = null;
    }
    if (below == null || above == null) {
      return below == null ? above : below;
    }
    return size - below <= above - size ? below : above;
  }
}
