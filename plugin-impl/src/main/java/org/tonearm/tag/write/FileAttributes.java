package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HashMap;
import java.util.Map;
import org.tonearm.api.tag.TagException;

/**
 * Makes a copy's owner, group, mode, access list, extended attributes and time the original's.
 *
 * <p>The JDK shows a program the extended attributes of the {@code user} namespace alone, but its
 * {@link Files#copy} with {@link StandardCopyOption#COPY_ATTRIBUTES} copies all of them that the
 * process may set, the POSIX access list ({@code system.posix_acl_access}) among them, and passes
 * over the others in silence. So the temporary file begins as such a copy and is then emptied. What
 * the JDK does show (owner, group, mode, {@code user.*}) is compared in the end, and whether there
 * is an access list, as a folder can give one to what is made in it: see {@link InheritedAccess}.
 */
final class FileAttributes {
  private static final int MODE_BITS = 07777;

  private final Path original;
  private final boolean unix;
  private final InheritedAccess inherited;

  FileAttributes(Path original, InheritedAccess inherited) {
    this.original = original;
    this.inherited = inherited;
    this.unix = original.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  /**
   * Makes an empty file with the original's attributes, save that only its owner may read it. For a
   * moment it holds the original's content, which the JDK copies with the attributes.
   *
   * @param temporary must not exist
   */
  void carryTo(Path temporary) throws IOException {
    Files.copy(original, temporary, StandardCopyOption.COPY_ATTRIBUTES);
    PosixFileAttributeView posix =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
    Files.newByteChannel(temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
        .close();
    inherited.clear(original, temporary);
  }

  /**
   * Gives the finished copy the original's mode and, if asked, its modification time.
   *
   * @throws TagException {@code attributes} if something that can be seen could not be kept and may
   *     not be lost
   */
  void settle(Path copy, boolean keepTime, boolean allowLoss) throws IOException, TagException {
    if (unix) {
      settleOwner(copy, allowLoss);
      Files.setAttribute(copy, "unix:mode", number("mode", original) & MODE_BITS);
    }
    if (!allowLoss && !extended(original).equals(extended(copy))) {
      throw lost("extended attributes");
    }
    if (!allowLoss) {
      settleAccess(copy);
    }
    if (keepTime) {
      Files.setLastModifiedTime(copy, Files.getLastModifiedTime(original));
    }
  }

  private void settleAccess(Path copy) throws IOException, TagException {
    switch (inherited.difference(original, copy)) {
      case GAINED ->
          throw new TagException(
              "attributes",
              "the folder of "
                  + original
                  + " gives new files an access list that this one does not have, so the file was"
                  + " left alone",
              "Install setfacl (package acl), so that the list can be taken away; or allow it with"
                  + " --allow-attribute-loss.");
      case LOST -> throw lost("access list");
      case NONE -> {}
    }
  }

  /** Number of names that the original has; 1 where that can't be told. */
  int links() throws IOException {
    return unix ? number("nlink", original) : 1;
  }

  private void settleOwner(Path copy, boolean allowLoss) throws IOException, TagException {
    boolean sameGroup = same("gid", copy) || regrouped(copy);
    if (allowLoss) {
      return;
    }
    if (!same("uid", copy)) {
      throw lost("owner");
    }
    if (!sameGroup) {
      throw lost("group");
    }
  }

  /** The JDK sets owner and group in one call, which fails for both if it fails for one. */
  private boolean regrouped(Path copy) {
    try {
      Files.setAttribute(copy, "unix:gid", number("gid", original));
      return same("gid", copy);
    } catch (IOException e) {
      return false;
    }
  }

  private boolean same(String attribute, Path copy) throws IOException {
    return number(attribute, original) == number(attribute, copy);
  }

  private static int number(String attribute, Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:" + attribute);
  }

  private static Map<String, ByteBuffer> extended(Path file) throws IOException {
    Map<String, ByteBuffer> attributes = new HashMap<>();
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (view != null && Files.getFileStore(file).supportsFileAttributeView("user")) {
      for (String name : view.list()) {
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        attributes.put(name, value.flip());
      }
    }
    return attributes;
  }

  private TagException lost(String what) {
    return new TagException(
        "attributes",
        "the " + what + " of " + original + " could not be kept, so the file was left alone",
        "Run as the file's owner, or allow the loss with --allow-attribute-loss.");
  }
}
