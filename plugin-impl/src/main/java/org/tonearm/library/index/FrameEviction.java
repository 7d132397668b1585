package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder of entries within its bound. The folder is listed before the first entry, and
 * after every sixteenth of the bound that this process has added, so that what other processes add
 * is seen too; from three quarters on, entries that were not used of late go until it is that full.
 * So two or three processes keep the bound together. While there are none to go, nothing is let in:
 * a library larger than the bound would only push out what its next hearing begins with.
 * Thread-safe.
 */
final class FrameEviction {
  static final String PARTIAL = ".partial";

  private static final Logger LOG = LoggerFactory.getLogger(FrameEviction.class);

  /** Left behind by a killed process; a live one writes to its own every few seconds. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** What was used since makes no room for other entries. */
  private static final Duration IN_USE = Duration.ofDays(7);

  private final Path folder;
  private final long maxBytes;
  private long addedSince;
  private Instant fullUntil = Instant.MIN;

  FrameEviction(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
    // The folder may be full already, or the bound a new one.
    this.addedSince = maxBytes;
  }

  /** A longer entry is not worth what would have to go for it. */
  long maxEntryBytes() {
    return maxBytes / 8;
  }

  private record Entry(Path path, long bytes, FileTime used) {}

  /** True if there is room for an entry, or some could be made. */
  synchronized boolean admits() {
    if (fullUntil.isAfter(Instant.now())) {
      return false;
    }
    if (!fullUntil.equals(Instant.MIN)) {
      addedSince = maxBytes;
    }
    look();
    return !fullUntil.isAfter(Instant.now());
  }

  /** This process has added an entry. */
  synchronized void added(long bytes) {
    addedSince += bytes;
    look();
  }

  private void look() {
    if (addedSince <= maxBytes / 16) {
      return;
    }
    addedSince = 0;
    fullUntil = Instant.MIN;
    try {
      evict(entries());
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("Can't list {}", folder, e);
    }
  }

  private void evict(List<Entry> entries) throws IOException {
    long total = entries.stream().mapToLong(Entry::bytes).sum();
    long goal = maxBytes / 4 * 3;
    boolean over = total > maxBytes;
    Instant now = Instant.now();
    entries.sort(Comparator.comparing(Entry::used));
    for (Entry entry : entries) {
      if (total <= goal) {
        return;
      }
      Instant free = entry.used().toInstant().plus(IN_USE);
      if (!over && free.isAfter(now) && !entry.used().toInstant().isAfter(now)) {
        fullUntil = free;
        return;
      }
      Files.deleteIfExists(entry.path());
      total -= entry.bytes();
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    Instant abandoned = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      for (Path path : listing) {
        BasicFileAttributes seen;
        try {
          seen = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
          continue; // another process was quicker
        }
        if (!path.getFileName().toString().endsWith(PARTIAL)) {
          entries.add(new Entry(path, seen.size(), seen.lastModifiedTime()));
        } else if (seen.lastModifiedTime().toInstant().isBefore(abandoned)) {
          Files.deleteIfExists(path);
        }
      }
    }
    return entries;
  }
}
