package org.tonearm.library.index;

/**
 * A file as one look at its inode shows it. Made by {@link FileStats}.
 *
 * @param size in bytes
 * @param modified time of last modification, nanoseconds since 1970
 * @param changed time of last change of the inode, likewise; 0 where the system has none
 * @param device number of the device, as of this start of the system; 0 where it has none
 * @param inode number of the file on its device; 0 where the file system has no lasting ones
 * @param links number of names the file has, 1 where the system does not tell
 */
public record FileStat(long size, long modified, long changed, long device, long inode, int links) {

  /**
   * Whether a file that looked so and now looks otherwise can have kept its content: every write,
   * and every other file put in its place, shows. The device's number does not count, since it may
   * be another one after a restart; nor do the links.
   */
  public boolean sameContent(FileStat other) {
    return size == other.size
        && modified == other.modified
        && changed == other.changed
        && (inode == other.inode || inode == 0 || other.inode == 0);
  }
}
