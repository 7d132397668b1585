package org.tonearm.spark.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tonearm.api.tag.FieldState;
import org.tonearm.tag.journal.JournaledField;

/** From the notes of a bucket to what became of its recordings. Used once, by one thread. */
final class Settlement {
  private final int bucket;
  private final List<Note> notes;
  private final NoteJson json = new NoteJson();
  private final Map<String, End> ends = new HashMap<>();
  private final Set<String> takenBack = new HashSet<>();
  private final Map<String, Note> latest = new HashMap<>();
  private final Map<String, String> standing = new HashMap<>();
  private final Set<String> repeated = new HashSet<>();

  Settlement(int bucket, List<Note> notes) {
    this.bucket = bucket;
    this.notes = notes.stream().sorted(Comparator.comparing(Note::at)).toList();
  }

  /** A row for each intent, and for each recording that was told of without one. */
  List<JournalRow> rows() {
    for (Note note : notes) {
      if (note instanceof End end) {
        // What is done is done, whatever another attempt thought of it.
        ends.merge(end.id(), end, (one, other) -> one.done() ? one : other);
      }
    }
    notes.forEach(this::weigh);
    List<JournalRow> rows = new ArrayList<>();
    for (Note note : notes) {
      if (note instanceof Intent intent) {
        rows.add(row(intent));
      } else if (note instanceof Told told) {
        rows.add(row(told));
      }
    }
    return rows;
  }

  private void weigh(Note note) {
    if (note instanceof Intent intent) {
      latest.put(key(intent.run(), intent.kind(), intent.uri()), intent);
      if (ends.containsKey(intent.id()) && ends.get(intent.id()).done()) {
        weighDone(intent);
      }
    } else if (note instanceof Told told) {
      latest.put(key(told.run(), told.kind(), told.uri()), told);
      if (told.state().equals(States.ALREADY)) {
        takenBack.add(told.undoes());
        standing.remove(told.uri());
      }
    }
  }

  /**
   * Two tries of a plan make the same content, so both may come to say that theirs stands there: of
   * an object, whose second put was refused; of a file, where the one killed before it put its copy
   * in place leaves a number that the other's copy is given anew. It was put once.
   */
  private void weighDone(Intent intent) {
    if (intent.kind() == Kind.UNDO) {
      takenBack.add(intent.undoes());
      standing.remove(intent.uri());
      return;
    }
    String content = content(intent);
    if (content.equals(standing.put(intent.uri(), content))) {
      repeated.add(intent.id());
    }
  }

  private static String content(Intent intent) {
    Placement placed = intent.placed();
    if (intent.kind() == Kind.SIDECAR) {
      return "sidecar";
    }
    return placed.sha256().isEmpty()
        ? String.join("/", intent.run(), placed.key(), "" + placed.size(), "" + placed.modified())
        : placed.sha256();
  }

  private static String key(String run, Kind kind, String uri) {
    return run + " " + (kind == Kind.UNDO) + " " + uri;
  }

  private String state(Intent intent) {
    if (repeated.contains(intent.id())) {
      return States.UNCHANGED;
    }
    return Optional.ofNullable(ends.get(intent.id())).map(End::state).orElse(States.OPEN);
  }

  private JournalRow row(Intent intent) {
    Optional<End> end = Optional.ofNullable(ends.get(intent.id()));
    boolean back = intent.kind() != Kind.UNDO && takenBack.contains(intent.id());
    return new JournalRow(
        intent.run(),
        intent.attempt(),
        bucket,
        intent.id(),
        intent.uri(),
        intent.kind().word(),
        back ? States.UNDONE : state(intent),
        end.map(End::code).orElse(""),
        end.map(End::message).orElse(""),
        intent.seen().version(),
        end.map(End::version).orElse(""),
        intent.seen().size(),
        intent.placed().size(),
        intent.work().audioHash(),
        intent.work().codec(),
        values(intent, field -> field.before().values()),
        values(intent, field -> field.after().map(FieldState::values).orElse(field.intended())),
        intent.undoes(),
        json.write(intent),
        intent.at().toString(),
        isLatest(intent, intent.run(), intent.kind()));
  }

  private JournalRow row(Told told) {
    return new JournalRow(
        told.run(),
        told.attempt(),
        bucket,
        "",
        told.uri(),
        told.kind().word(),
        told.state(),
        told.code(),
        told.message(),
        "",
        "",
        0,
        0,
        "",
        "",
        Map.of(),
        Map.of(),
        told.undoes(),
        "",
        told.at().toString(),
        isLatest(told, told.run(), told.kind()));
  }

  private boolean isLatest(Note note, String run, Kind kind) {
    return latest.get(key(run, kind, note.uri())) == note;
  }

  private static Map<String, List<String>> values(
      Intent intent, Function<JournaledField, List<String>> of) {
    Map<String, List<String>> values = new TreeMap<>();
    intent.work().fields().forEach(field -> values.put(field.field().word(), of.apply(field)));
    return values;
  }
}
