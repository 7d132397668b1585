package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an index: sets a damaged one aside, and brings an old one up, with a copy made before. */
final class IndexOpening {
  private static final Logger LOG = LoggerFactory.getLogger(IndexOpening.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Path file;
  private final IndexSettings settings;
  private final DamageMark mark;

  IndexOpening(Path file, IndexSettings settings) {
    this.file = file.toAbsolutePath();
    this.settings = settings;
    this.mark = new DamageMark(this.file);
  }

  /**
   * An index that is open.
   *
   * @param database the connection
   * @param hold kept as long as the connection
   * @param notice for the user, if something out of the ordinary was done
   */
  record Opened(IndexDatabase database, IndexHold hold, Optional<String> notice) {}

  Opened open() throws IndexException {
    try {
      LocalDisk.demand(file.getParent(), settings.kinds());
      Files.createDirectories(file.getParent());
      Optional<String> notice = Optional.empty();
      if (mark.isSet()) {
        notice = setAside();
      }
      try {
        return connect(notice);
      } catch (IndexException e) {
        if (!e.code().equals("index-damaged")) {
          throw e;
        }
        mark.set();
        return connect(setAside());
      }
    } catch (IOException e) {
      throw IndexFaults.of(file, e);
    }
  }

  private Opened connect(Optional<String> notice) throws IOException, IndexException {
    IndexHold hold = IndexHold.shared(file, settings.patience());
    try {
      IndexDatabase database = IndexDatabase.connect(file, settings.patience(), mark);
      try {
        bringUp(database);
        return new Opened(database, hold, notice);
      } catch (IOException | IndexException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (IOException | IndexException | RuntimeException e) {
      hold.close();
      throw e;
    }
  }

  private void bringUp(IndexDatabase database) throws IOException, IndexException {
    int newest = settings.steps().size();
    int version = database.read(d -> IndexSchema.version(d.connection()));
    if (version > newest) {
      throw IndexFaults.newer(file, version, newest);
    }
    if (version > 0 && version < newest) {
      backUp(database, version);
    }
    // Asked again inside the transaction: another process may have been quicker.
    database.write(d -> IndexSchema.bringUp(d.connection(), settings.steps()));
  }

  /** A copy of the index as it is, under the version's name; written whole before it appears. */
  private void backUp(IndexDatabase database, int version) throws IOException, IndexException {
    Path partial = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".partial");
    try {
      Files.delete(partial);
      database.alone("VACUUM INTO ?", partial.toString());
      if (versionOf(partial) == version) {
        Path backup = file.resolveSibling(file.getFileName() + ".v" + version + ".backup");
        Files.move(partial, backup, StandardCopyOption.ATOMIC_MOVE);
        LOG.info("The index is brought up to date; a copy as it was is {}", backup);
      }
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private int versionOf(Path copy) throws IndexException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
      return IndexSchema.version(connection);
    } catch (SQLException e) {
      throw IndexFaults.of(copy, e);
    }
  }

  /** Gives the damaged index another name, unless another process did meanwhile. */
  private Optional<String> setAside() throws IOException, IndexException {
    IndexHold alone = IndexHold.alone(file, settings.patience());
    try {
      if (!mark.isSet()) {
        return Optional.empty();
      }
      String aside =
          file.getFileName() + ".corrupt-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
      removeEarlier();
      for (String part : List.of("-wal", "-shm", "")) {
        Path from = file.resolveSibling(file.getFileName() + part);
        if (Files.exists(from)) {
          Files.move(
              from,
              file.resolveSibling(aside + part),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      mark.clear();
      String notice =
          "The index was damaged. It was set aside as "
              + file.resolveSibling(aside)
              + " and is made anew from the files; tags and journal are not touched.";
      LOG.warn(notice);
      return Optional.of(notice);
    } finally {
      alone.close();
    }
  }

  /** One damaged index is enough to look into; a failing disk shall not be filled with them. */
  private void removeEarlier() throws IOException {
    List<Path> earlier;
    try (Stream<Path> entries = Files.list(file.getParent())) {
      earlier =
          entries
              .filter(e -> e.getFileName().toString().startsWith(file.getFileName() + ".corrupt-"))
              .toList();
    }
    for (Path old : earlier) {
      Files.deleteIfExists(old);
    }
  }
}
