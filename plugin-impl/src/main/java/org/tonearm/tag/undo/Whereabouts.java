package org.tonearm.tag.undo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;

/**
 * Finds the file of an entry: where it was, or elsewhere by the fingerprint of its audio. A file
 * that merely has the same audio, and was tagged for itself or not at all, is not taken for one
 * that was moved: the file itself may be on a drive that is away.
 */
final class Whereabouts {
  private static final Set<String> PERHAPS_MOVED =
      Set.of("missing", "other-file", "unsupported-format");

  private final Journal journal;
  private final CodecRegistry codecs;
  private final List<Function<JournalEntry, List<Path>>> sources;

  /**
   * @param sources asked in this order, until one names a file that will do
   */
  Whereabouts(
      Journal journal, CodecRegistry codecs, List<Function<JournalEntry, List<Path>>> sources) {
    this.journal = journal;
    this.codecs = codecs;
    this.sources = sources;
  }

  /**
   * Looks.
   *
   * @param settled entries that count as undone already, whatever the journal says
   * @param pretended fields of files that count as they stand here, whatever the files hold
   * @throws TagException if it is not where it was, and nowhere else either
   */
  Place find(JournalEntry entry, Set<Long> settled, Map<Path, Map<TagField, FieldState>> pretended)
      throws TagException, JournalException {
    try {
      return place(entry.path(), entry, false);
    } catch (TagException e) {
      if (!PERHAPS_MOVED.contains(e.code())) {
        throw e;
      }
      Optional<Place> elsewhere = elsewhere(entry, settled, pretended);
      if (elsewhere.isEmpty()) {
        throw e;
      }
      return elsewhere.get();
    }
  }

  private Place place(Path path, JournalEntry entry, boolean moved) throws TagException {
    TagCodec codec = codecs.codecFor(path);
    if (!codec.id().equals(entry.codec())) {
      throw otherFile(path, "it was " + entry.codec() + " and is " + codec.id() + " now");
    }
    TagSnapshot now = codec.read(path, entry.profile());
    if (entry.audioHash().isPresent() && !entry.audioHash().get().equals(now.audioHash())) {
      throw otherFile(path, "its audio is not the same");
    }
    return new Place(path, codec, now, moved);
  }

  private static TagException otherFile(Path path, String how) {
    return new TagException(
        "other-file",
        path + " is not the file that was tagged: " + how,
        "If the tagged file was moved, name its folder with --search.");
  }

  private Optional<Place> elsewhere(
      JournalEntry entry, Set<Long> settled, Map<Path, Map<TagField, FieldState>> pretended)
      throws JournalException {
    if (entry.audioHash().isEmpty()) {
      return Optional.empty();
    }
    for (Function<JournalEntry, List<Path>> source : sources) {
      List<Place> found = new ArrayList<>();
      for (Path path : real(source.apply(entry))) {
        if (!taggedForItself(path, entry, settled)) {
          try {
            Place place = place(path, entry, true);
            if (bearsTheWrite(place, entry, pretended.getOrDefault(place.path(), Map.of()))) {
              found.add(place);
            }
          } catch (TagException e) {
            // Not there any more, or not that audio any more.
          }
        }
      }
      Optional<Place> best =
          found.stream().max(Comparator.comparingInt(place -> likeness(entry, place)));
      if (best.isPresent()) {
        return best;
      }
    }
    return Optional.empty();
  }

  /** It lay there beside the entry's file when that was tagged, or has changes of its own. */
  private boolean taggedForItself(Path path, JournalEntry entry, Set<Long> settled)
      throws JournalException {
    return path.equals(entry.path())
        || journal.changed(entry.run(), path)
        || !settled.containsAll(journal.undoable(path));
  }

  private static boolean bearsTheWrite(
      Place place, JournalEntry entry, Map<TagField, FieldState> pretended) {
    Map<TagField, FieldState> present = new EnumMap<>(TagField.class);
    present.putAll(place.now().fields());
    present.putAll(pretended);
    return !new TakingBack(entry.fields(), present, place.codec()).changes().isEmpty();
  }

  private static Set<Path> real(List<Path> paths) {
    Set<Path> real = new LinkedHashSet<>();
    for (Path path : paths) {
      try {
        real.add(path.toRealPath());
      } catch (IOException e) {
        // Not there any more.
      }
    }
    return real;
  }

  /** Among copies of one audio: the very file before one with its tags before one with its name. */
  private static int likeness(JournalEntry entry, Place place) {
    int likeness = 0;
    if (same(entry, place.path())) {
      likeness += 4;
    }
    if (entry.fields().stream()
        .allMatch(
            field ->
                place
                    .codec()
                    .sameItems(
                        field.after().orElse(FieldState.ABSENT),
                        place.now().fields().getOrDefault(field.field(), FieldState.ABSENT)))) {
      likeness += 2;
    }
    if (place.path().getFileName().equals(entry.path().getFileName())) {
      likeness += 1;
    }
    return likeness;
  }

  private static boolean same(JournalEntry entry, Path path) {
    try {
      FileIdentity now = FileIdentity.of(path);
      return !now.key().isEmpty() && entry.copy().filter(now::sameContent).isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
