package org.tonearm.watch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tonearm.library.index.FileStat;

/**
 * Files that were through a run since this process began, and how they looked after it. Held as two
 * hashes of 64 bits a file, so that a library of a million files takes some 60 MB; that two looks
 * of one file have the same hash happens once in 10^19. Thread-safe.
 */
final class Handled {
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Map<Long, Long> looks = new ConcurrentHashMap<>();

  /** A file looks so, and there is nothing more to do for it. */
  void note(Path file, FileStat look) {
    looks.put(hash(file), hash(look));
  }

  /** There is something to do for a file after all. */
  void forget(Path file) {
    looks.remove(hash(file));
  }

  /** Whether a file looks as it did when it was noted. */
  boolean done(Path file, FileStat look) {
    Long known = looks.get(hash(file));
    return known != null && known == hash(look);
  }

  private static long hash(Path file) {
    long hash = FNV_BASIS;
    for (byte b : file.toString().getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return hash;
  }

  /** Of what {@link FileStat#sameContent} compares. */
  private static long hash(FileStat look) {
    long hash = FNV_BASIS;
    for (long part : new long[] {look.size(), look.modified(), look.changed(), look.inode()}) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        hash = (hash ^ (part >>> shift & 0xff)) * FNV_PRIME;
      }
    }
    return hash;
  }
}
