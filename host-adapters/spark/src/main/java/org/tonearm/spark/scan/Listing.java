package org.tonearm.spark.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.library.AudioNames;
import org.tonearm.spark.engine.Recording;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.Bucket;
import org.tonearm.spark.store.Listed;
import org.tonearm.spark.store.StoredFile;

/**
 * The rows of places, as they are listed: memory holds folders still to be entered, not files.
 * Confined to one thread.
 */
final class Listing implements Iterator<Row> {
  /** The size, in the rows of problems, of a place that could not be listed. */
  static final long UNLISTED = -1;

  private final AudioStores stores;
  private final Excerpts excerpts;
  private final Iterator<Place> places;
  private final Deque<Place> ahead = new ArrayDeque<>();
  private Place inside = Place.shallow("");
  private Iterator<Listed> entries = Collections.emptyIterator();
  private Row next;

  Listing(AudioStores stores, Excerpts excerpts, Iterator<Place> places) {
    this.stores = stores;
    this.excerpts = excerpts;
    this.places = places;
  }

  @Override
  public boolean hasNext() {
    while (next == null && advance()) {
      // The next entry, or the next folder.
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  private boolean advance() {
    try {
      if (entries.hasNext()) {
        take(entries.next());
        return true;
      }
    } catch (UncheckedIOException e) {
      entries = Collections.emptyIterator();
      next = problem(inside.uri(), String.valueOf(e.getCause().getMessage()), UNLISTED);
      return true;
    }
    if (ahead.isEmpty() && !places.hasNext()) {
      return false;
    }
    inside = ahead.isEmpty() ? places.next() : ahead.removeFirst();
    try {
      entries = stores.of(inside.uri()).list(inside.uri(), inside::takes);
    } catch (IOException e) {
      next = problem(inside.uri(), String.valueOf(e.getMessage()), UNLISTED);
    }
    return true;
  }

  private void take(Listed listed) {
    String uri = listed.file().uri();
    String name = AudioUri.name(uri);
    switch (listed.kind()) {
      case FOLDER -> {
        if (inside.deep()) {
          ahead.addFirst(Place.deep(uri));
        }
      }
      case FILE -> {
        if (AudioNames.known(name)) {
          next = row(listed.file(), excerpts);
        }
      }
      // Whatever lies there would be missing without a word.
      case LINKED_FOLDER -> next = problem(uri, listed.problem(), 0);
      case OTHER -> {
        if (AudioNames.known(name)) {
          next = problem(uri, listed.problem(), 0);
        }
      }
    }
  }

  static Row row(StoredFile file, Excerpts excerpts) {
    return RowFactory.create(
        file.uri(),
        file.size(),
        file.modified(),
        file.version(),
        Recording.seconds(AudioUri.name(file.uri()), file.size(), excerpts),
        Bucket.of(file.uri(), Tables.BUCKETS),
        null);
  }

  private static Row problem(String uri, String reason, long size) {
    return RowFactory.create(
        uri, size, 0L, "", 0.0, Bucket.of(uri, Tables.BUCKETS), uri + ": " + reason);
  }
}
