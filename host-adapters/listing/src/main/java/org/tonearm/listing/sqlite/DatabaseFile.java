package org.tonearm.listing.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteException;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.LibraryFault;
import org.tonearm.listing.SourceFault;
import org.tonearm.listing.SourceStream;

/**
 * The file of an SQLite database with those beside it (<a
 * href="https://www.sqlite.org/fileformat2.html">the SQLite file format</a>, section 1.3).
 *
 * @param given as the user knows it, for messages
 * @param path of the database itself, links followed: what belongs to it lies beside that
 */
record DatabaseFile(Path given, Path path) {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int READ_VERSION = 19;
  private static final int WAL = 2;

  /** Size and time of a file, or that it is not there. */
  private record Look(long size, long modified) {}

  /** At a place that need not exist. */
  DatabaseFile(Path given) {
    this(given, real(given));
  }

  private static Path real(Path given) {
    try {
      return given.toRealPath();
    } catch (IOException e) {
      return given; // What is wrong is said when it is opened.
    }
  }

  /**
   * Whether it can't be read where it lies without leaving something beside it: it keeps a log, or
   * was left in the middle of a write.
   *
   * @throws HostException if it is no database
   */
  boolean needsCopy() throws HostException {
    return header()[READ_VERSION] == WAL || Files.exists(beside("-journal"));
  }

  /**
   * Makes sure that it is a database.
   *
   * @throws HostException if it is none
   */
  void demandDatabase() throws HostException {
    header();
  }

  private byte[] header() throws HostException {
    if (Files.isDirectory(path)) {
      throw new HostException(
          "other-library",
          given + ": is a folder, and no SQLite database.",
          "Name the library of this program.");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(READ_VERSION + 1);
    } catch (IOException e) {
      throw LibraryFault.of(given, e);
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (head.length <= READ_VERSION || head[i] != MAGIC[i]) {
        throw new HostException(
            "other-library",
            given + ": is no SQLite database.",
            "Name the library of this program.");
      }
    }
    return head;
  }

  /**
   * Copies it with what belongs to it.
   *
   * @param folder empty
   * @return the copy
   * @throws HostException {@code library-changed} if it does not hold still
   */
  Path copyInto(Path folder) throws HostException {
    try {
      for (int attempt = 0; attempt < 5; attempt++) {
        List<Look> before = looks();
        Path copy = folder.resolve(attempt + ".db");
        List<Path> copies = new ArrayList<>(List.of(copy));
        copy(path, copy);
        for (String ending : List.of("-wal", "-journal")) {
          if (Files.exists(beside(ending))) {
            copies.add(folder.resolve(attempt + ".db" + ending));
            copy(beside(ending), copies.get(copies.size() - 1));
          }
        }
        if (looks().equals(before)) {
          return copy;
        }
        for (Path stale : copies) {
          Files.delete(stale);
        }
      }
    } catch (SourceFault e) {
      throw LibraryFault.unreadable(given, e.getCause());
    } catch (IOException e) {
      throw ReadOnlyDatabase.noCopy(e);
    }
    throw new HostException(
        "library-changed",
        given + ": another program goes on writing to it.",
        "Close that program, and start again.");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (InputStream in = SourceStream.of(from)) {
      Files.copy(in, to);
    }
  }

  String url() {
    return url(path.toUri());
  }

  /**
   * Without what JDBC would take for its own in a plain name. A Windows share is the beginning of
   * the path for SQLite, which takes no authority.
   */
  static String url(URI file) {
    String share = file.getRawAuthority() == null ? "" : "////" + file.getRawAuthority();
    return "jdbc:sqlite:file:" + share + file.getRawPath();
  }

  /** A fault of the database as one of the library. */
  HostException fault(SQLException e) {
    if (e instanceof SQLiteException known) {
      String code = known.getResultCode().name();
      if (code.matches("SQLITE_(READONLY|CANTOPEN|FULL|IOERR|PERM).*")) {
        return new HostException(
            "library-unreadable",
            given + ": can't be opened or written to: " + e.getMessage(),
            "Give yourself the right to it and to its folder, and make room on its drive.",
            e);
      }
      if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
        return new HostException(
            "library-busy",
            given + ": another program has it locked.",
            "Close that program, and start again.",
            e);
      }
    }
    return new HostException(
        "library-malformed",
        given + ": can't be read as the library it should be: " + e.getMessage(),
        "Have the program that it belongs to open and repair it.",
        e);
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private List<Look> looks() throws SourceFault {
    List<Look> looks = new ArrayList<>();
    for (Path file : List.of(path, beside("-wal"), beside("-journal"))) {
      looks.add(Files.exists(file) ? look(file) : new Look(-1, -1));
    }
    return looks;
  }

  private static Look look(Path file) throws SourceFault {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(found.size(), found.lastModifiedTime().toMillis());
    } catch (IOException e) {
      throw new SourceFault(e);
    }
  }
}
