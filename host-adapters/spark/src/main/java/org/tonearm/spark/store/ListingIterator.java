package org.tonearm.spark.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A listing that is read as it is asked for, and closed at its end or at its first fault. */
final class ListingIterator implements Iterator<Listed> {
  private final Source source;
  private final Closeable resource;
  private Listed next;
  private boolean ended;

  /** Where the entries come from. */
  @FunctionalInterface
  interface Source {
    /** The next entry, null after the last. */
    Listed read() throws IOException;
  }

  ListingIterator(Source source, Closeable resource) {
    this.source = source;
    this.resource = resource;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  @Override
  public Listed next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Listed entry = next;
    next = null;
    return entry;
  }

  private void advance() {
    boolean sound = false;
    try {
      next = source.read();
      sound = next != null;
      if (!sound) {
        ended = true;
        resource.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!sound && !ended) {
        ended = true;
        closeQuietly();
      }
    }
  }

  private void closeQuietly() {
    try {
      resource.close();
    } catch (IOException e) {
      // What the caller must know is the first fault.
    }
  }
}
