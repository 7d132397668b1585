package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a folder lies on a disk of this computer. SQLite's write-ahead log is shared memory
 * between processes, and its locks are the file system's: on a network drive both fail silently.
 */
public final class LocalDisk {
  private static final Set<String> REMOTE =
      Set.of(
          "9p",
          "acfs",
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cifs",
          "coda",
          "davfs",
          "glusterfs",
          "lustre",
          "ncpfs",
          "nfs",
          "nfs3",
          "nfs4",
          "orangefs",
          "pvfs2",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "vboxsf",
          "vmhgfs",
          "webdav");

  /** File systems in user space that are known to keep their files on this computer. */
  private static final Set<String> LOCAL_FUSE =
      Set.of(
          "fuse.bindfs",
          "fuse.encfs",
          "fuse.exfat",
          "fuse.gocryptfs",
          "fuse.lxcfs",
          "fuse.mergerfs",
          "fuse.ntfs",
          "fuse.ntfs-3g",
          "fuse.unionfs",
          "fuse.fuse-overlayfs");

  /** Names the kind of file system that a folder lies on. */
  @FunctionalInterface
  interface Kinds {
    String of(Path folder) throws IOException;
  }

  private LocalDisk() {}

  /** As the system tells it. */
  static Kinds kinds() {
    return folder -> Files.getFileStore(folder).type();
  }

  /**
   * Refuses a folder on a network drive. The folder need not exist yet.
   *
   * @throws IndexException {@code index-not-local}
   * @throws IOException if the system does not tell
   */
  static void demand(Path folder, Kinds kinds) throws IndexException, IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    String kind = kinds.of(there).toLowerCase(Locale.ROOT);
    if (remote(there, kind)) {
      throw new IndexException(
          "index-not-local",
          "the index can't lie in "
              + folder
              + ", which is on a network drive ("
              + kind
              + "); a disk of this computer was expected",
          "Set TONEARM_HOME, or folder in the section [index] of tonearm.toml, to a folder on a"
              + " local disk.");
    }
  }

  /**
   * Whether a folder lies on a network drive, as far as is known of its file system.
   *
   * @param folder absolute
   * @param type of its file system, as {@link java.nio.file.FileStore#type()} tells it
   */
  public static boolean remote(Path folder, String type) {
    String kind = type.toLowerCase(Locale.ROOT);
    return folder.toString().startsWith("\\\\")
        || REMOTE.contains(kind)
        || (kind.startsWith("fuse.") && !LOCAL_FUSE.contains(kind));
  }
}
