package org.tonearm.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The folders that a walk has entered: by device and inode, which see through links and bind mounts
 * alike, some 40 bytes a folder; by real path where the system has no inodes.
 */
final class FoldersEntered {
  private static final int FIRST_SLOTS = 64;

  // Open addressing, two numbers a slot. Inode 0 is no file's, so it marks an empty slot.
  private long[] slots = new long[2 * FIRST_SLOTS];
  private int used;
  private final Set<Path> paths = new HashSet<>();

  /**
   * Adds a folder.
   *
   * @param folder links are followed
   * @param real its real path
   * @return false if it was there already
   */
  boolean add(Path folder, Path real) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return paths.add(real);
    }
    Map<String, Object> key = Files.readAttributes(folder, "unix:dev,ino");
    long inode = (Long) key.get("ino");
    if (inode == 0) {
      return paths.add(real);
    }
    if (2L * used >= slots.length / 2) {
      grow();
    }
    return put((Long) key.get("dev"), inode);
  }

  /** True if a folder was added. */
  boolean contains(Path folder, Path real) throws IOException {
    if (!paths.isEmpty() && paths.contains(real)) {
      return true;
    }
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    Map<String, Object> key = Files.readAttributes(folder, "unix:dev,ino");
    long device = (Long) key.get("dev");
    long inode = (Long) key.get("ino");
    return slots[slot(device, inode) + 1] == inode && inode != 0;
  }

  private boolean put(long device, long inode) {
    int slot = slot(device, inode);
    if (slots[slot + 1] != 0) {
      return false;
    }
    slots[slot] = device;
    slots[slot + 1] = inode;
    used++;
    return true;
  }

  /** Where this folder is, or would be put. */
  private int slot(long device, long inode) {
    long mixed = (inode * 0x9E3779B97F4A7C15L) ^ (device * 0xC2B2AE3D27D4EB4FL);
    int slot = 2 * (int) ((mixed ^ (mixed >>> 32)) & (slots.length / 2 - 1));
    while (slots[slot + 1] != 0 && (slots[slot] != device || slots[slot + 1] != inode)) {
      slot = (slot + 2) % slots.length;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    used = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }
}
