package org.tonearm.library.index;

/**
 * What a scan found, in files.
 *
 * @param unchanged look as they did
 * @param added at a new path
 * @param moved at a new path, and no longer at an old one
 * @param retagged same audio, other tags, rights or times
 * @param changed other audio
 * @param failed could not be read
 * @param gone are there no longer
 */
public record ScanTally(
    long unchanged, long added, long moved, long retagged, long changed, long failed, long gone) {
  static final ScanTally NOTHING = new ScanTally(0, 0, 0, 0, 0, 0, 0);

  /** Number of files that the library gave. */
  public long files() {
    return unchanged + added + moved + retagged + changed + failed;
  }

  ScanTally with(FileChange change) {
    return new ScanTally(
        unchanged + one(change, FileChange.UNCHANGED),
        added + one(change, FileChange.NEW),
        moved + one(change, FileChange.MOVED),
        retagged + one(change, FileChange.RETAGGED),
        changed + one(change, FileChange.CHANGED),
        failed,
        gone);
  }

  ScanTally withFailed() {
    return new ScanTally(unchanged, added, moved, retagged, changed, failed + 1, gone);
  }

  ScanTally withGone(long more) {
    return new ScanTally(unchanged, added, moved, retagged, changed, failed, gone + more);
  }

  private static int one(FileChange change, FileChange asked) {
    return change == asked ? 1 : 0;
  }
}
