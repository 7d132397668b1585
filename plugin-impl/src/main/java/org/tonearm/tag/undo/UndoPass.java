package org.tonearm.tag.undo;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.write.TagWriter;

/** One undo as it goes from entry to entry, newest first. Used by one thread. */
final class UndoPass implements AutoCloseable {
  private final Journal journal;
  private final TagWriter writer;
  private final UndoRequest request;
  private final Places places;
  private final Whereabouts whereabouts;

  /** In a dry run, what was told of: later entries of the same files are told as if it were so. */
  private final Set<Long> settled = new HashSet<>();

  private final Map<Path, Map<TagField, FieldState>> pretended = new HashMap<>();
  private JournalRun run;

  UndoPass(
      Journal journal,
      TagWriter writer,
      UndoRequest request,
      Places places,
      Whereabouts whereabouts) {
    this.journal = journal;
    this.writer = writer;
    this.request = request;
    this.places = places;
    this.whereabouts = whereabouts;
  }

  /** What became of an entry; empty if it turned out to be of a file that was not asked for. */
  Optional<UndoneFile> take(JournalEntry entry) throws JournalException {
    boolean named = places.hold(entry.path());
    try {
      Place place = whereabouts.find(entry, settled, pretended);
      if (!named && !(place.moved() && places.hold(place.path()))) {
        return Optional.empty();
      }
      EntryUndo undo = new EntryUndo(entry, place);
      return Optional.of(
          request.dryRun()
              ? look(undo, entry, place)
              : undo.apply(journal, writer, request.options(), run()));
    } catch (TagException e) {
      return named ? Optional.of(EntryUndo.failed(entry, e)) : Optional.empty();
    }
  }

  private UndoneFile look(EntryUndo undo, JournalEntry entry, Place place) throws JournalException {
    Map<TagField, FieldState> fields =
        pretended.getOrDefault(place.path(), new EnumMap<>(TagField.class));
    UndoneFile file = undo.look(fields);
    settled.add(entry.id());
    if (lookedAtAgain(entry, place)) {
      pretended.put(place.path(), fields);
    }
    return file;
  }

  /** Whether an older change of the same file may come up. */
  private boolean lookedAtAgain(JournalEntry entry, Place place) throws JournalException {
    boolean underAnotherName =
        !places.paths().isEmpty()
            && (place.moved()
                || !entry.audioHash().map(places::withAudio).orElse(List.of()).isEmpty());
    return underAnotherName || journal.undoable(entry.path()).size() > 1;
  }

  private JournalRun run() throws JournalException {
    if (run == null) {
      run =
          request.run().isPresent()
              ? journal.beginUndo(request.commandLine(), request.run().getAsLong())
              : journal.beginUndo(request.commandLine());
    }
    return run;
  }

  /** The journal's run that holds what was written; empty if nothing was to be. */
  OptionalLong undoRun() {
    return run == null ? OptionalLong.empty() : OptionalLong.of(run.id());
  }

  @Override
  public void close() {
    if (run != null) {
      run.finish();
    }
  }
}
