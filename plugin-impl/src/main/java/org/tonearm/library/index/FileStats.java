package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Looks at files: one system call each. Links are followed. Thread-safe. */
public final class FileStats {
  private static final String ASKED = "unix:size,lastModifiedTime,ctime,dev,ino,nlink";

  /** The kernel makes inode numbers up for these, other ones each time they are mounted. */
  private static final Set<String> PASSING_INODES = Set.of("exfat", "fat", "msdos", "vfat");

  private final Map<Long, Boolean> lasting = new ConcurrentHashMap<>();

  /**
   * Looks at a file.
   *
   * @throws IOException if it isn't there or can't be looked at
   */
  public FileStat of(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStat(basic.size(), nanos(basic.lastModifiedTime()), 0, 0, 0, 1);
    }
    Map<String, Object> seen = Files.readAttributes(file, ASKED);
    long device = (Long) seen.get("dev");
    return new FileStat(
        (Long) seen.get("size"),
        nanos((FileTime) seen.get("lastModifiedTime")),
        nanos((FileTime) seen.get("ctime")),
        device,
        lasting(device, file) ? (Long) seen.get("ino") : 0,
        (Integer) seen.get("nlink"));
  }

  private boolean lasting(long device, Path file) throws IOException {
    Boolean known = lasting.get(device);
    if (known == null) {
      String kind = Files.getFileStore(file).type().toLowerCase(Locale.ROOT);
      known = !PASSING_INODES.contains(kind);
      lasting.put(device, known);
    }
    return known;
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
