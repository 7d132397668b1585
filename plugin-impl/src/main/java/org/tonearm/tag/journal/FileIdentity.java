package org.tonearm.tag.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells one state of a file from another without reading it.
 *
 * @param key device and inode, as the file system gives them; "" where it gives none
 * @param size in bytes
 * @param modified time of last modification, nanoseconds since 1970
 * @param changed time of last change of the inode, likewise; 0 where the file system has none
 */
public record FileIdentity(String key, long size, long modified, long changed) {
  /** Checks the key. */
  public FileIdentity {
    Objects.requireNonNull(key);
  }

  /**
   * Looks at a file; a symbolic link is not followed.
   *
   * @throws IOException if it isn't there or can't be looked at
   */
  public static FileIdentity of(Path file) throws IOException {
    BasicFileAttributes basic =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    String key = Optional.ofNullable(basic.fileKey()).map(Object::toString).orElse("");
    return new FileIdentity(key, basic.size(), nanos(basic.lastModifiedTime()), changed(file));
  }

  /** Whether both are the same file with the same content, however its name or rights changed. */
  public boolean sameContent(FileIdentity other) {
    return key.equals(other.key) && size == other.size && modified == other.modified;
  }

  /**
   * Whether what was looked at now lies on another device than this file did. False where the file
   * system names none.
   */
  boolean onOtherDevice(FileIdentity now) {
    return !device().isEmpty() && !now.device().isEmpty() && !device().equals(now.device());
  }

  /** As in {@code (dev=801,ino=77)}; "" for keys of another form. */
  private String device() {
    int end = key.indexOf(',');
    return key.startsWith("(dev=") && end > 0 ? key.substring(0, end) : "";
  }

  private static long changed(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return 0;
    }
    return nanos((FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS));
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
