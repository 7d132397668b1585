package org.tonearm.spark.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a bucket's recordings, and where an attempt adds to it. Its file is made with
 * the first note. Confined to one thread.
 */
public final class BucketJournal implements AutoCloseable {
  private final Reader reader;
  private final Opener opener;
  private final NoteJson json;
  private final Map<String, List<Intent>> intents = new HashMap<>();
  private final Map<String, End> ends = new HashMap<>();
  private final Map<String, Begun> begun = new HashMap<>();
  private NoteSink sink;

  /** Reads what all attempts noted. */
  @FunctionalInterface
  interface Reader {
    BucketNotes read() throws IOException;
  }

  /** Makes the attempt's file. */
  @FunctionalInterface
  interface Opener {
    NoteSink open() throws IOException;
  }

  BucketJournal(Reader reader, Opener opener, NoteJson json) throws IOException {
    this.reader = reader;
    this.opener = opener;
    this.json = json;
    reread();
  }

  /** Takes in what other attempts have noted since. */
  public void reread() throws IOException {
    reader.read().notes().forEach(this::learn);
  }

  private void learn(Note note) {
    if (note instanceof Intent intent) {
      List<Intent> known = intents.computeIfAbsent(intent.uri(), uri -> new ArrayList<>());
      if (known.stream().noneMatch(one -> one.id().equals(intent.id()))) {
        known.add(intent);
      }
    } else if (note instanceof End end) {
      ends.merge(end.id(), end, (one, other) -> one.done() ? one : other);
    } else if (note instanceof Begun start) {
      begun.put(start.id(), start);
    }
  }

  /** What attempts were about to do to a recording. */
  public List<Intent> intents(String uri) {
    return List.copyOf(intents.getOrDefault(uri, List.of()));
  }

  /** What is known to have become of an intent. */
  public Optional<End> end(String id) {
    return Optional.ofNullable(ends.get(id));
  }

  /** Work of which no end is known: it goes on somewhere, or its process was killed. */
  public List<Begun> unended() {
    Set<String> ended = new HashSet<>(ends.keySet());
    return begun.values().stream().filter(start -> !ended.contains(start.id())).toList();
  }

  /**
   * Adds a note.
   *
   * @param durable whether it must be on the storage when this returns
   */
  public void append(Note note, boolean durable) throws IOException {
    if (sink == null) {
      sink = opener.open();
    }
    sink.append(json.write(note), durable);
    learn(note);
  }

  @Override
  public void close() throws IOException {
    if (sink != null) {
      sink.close();
    }
  }
}
