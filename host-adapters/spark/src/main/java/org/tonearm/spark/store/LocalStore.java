package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.function.Predicate;

/**
 * Local and shared file systems, past Hadoop: its layer over them keeps checksums in files of their
 * own, which know nothing of a file that another program replaced.
 */
final class LocalStore implements AudioStore {
  @Override
  public Replacing replacing() {
    return Replacing.RENAME;
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // the iterator closes it
  public Iterator<Listed> list(String folder, Predicate<String> names) throws IOException {
    DirectoryStream<Path> listing;
    try {
      listing =
          Files.newDirectoryStream(
              AudioUri.local(folder), entry -> wanted(entry.getFileName().toString(), names));
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw absent(folder, e);
    }
    return new ListingIterator(source(listing), listing);
  }

  private static boolean wanted(String name, Predicate<String> names) {
    return !name.startsWith(".") && names.test(name);
  }

  private static ListingIterator.Source source(DirectoryStream<Path> listing) {
    Iterator<Path> entries = listing.iterator();
    return () -> {
      try {
        return entries.hasNext() ? listed(entries.next()) : null;
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    };
  }

  @Override
  public StoredFile status(String uri) throws IOException {
    try {
      BasicFileAttributes looks =
          Files.readAttributes(AudioUri.local(uri), BasicFileAttributes.class);
      if (!looks.isRegularFile()) {
        throw new FileNotFoundException(uri + " is no regular file");
      }
      return StoredFile.plain(uri, looks.size(), looks.lastModifiedTime().toMillis());
    } catch (NoSuchFileException e) {
      throw absent(uri, e);
    }
  }

  @Override
  public InputStream open(String uri) throws IOException {
    try {
      return Files.newInputStream(AudioUri.local(uri));
    } catch (NoSuchFileException e) {
      throw absent(uri, e);
    }
  }

  @Override
  public FetchedAudio fetch(String uri, Path folder) {
    return new FetchedAudio(AudioUri.local(uri), false);
  }

  private static Listed listed(Path entry) throws IOException {
    String uri = AudioUri.of(entry);
    try {
      BasicFileAttributes looks =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (looks.isDirectory()) {
        return new Listed(Listed.Kind.FOLDER, StoredFile.plain(uri, 0, 0), "");
      }
      if (looks.isRegularFile()) {
        long modified = looks.lastModifiedTime().toMillis();
        return new Listed(Listed.Kind.FILE, StoredFile.plain(uri, looks.size(), modified), "");
      }
      if (looks.isSymbolicLink() && Files.isDirectory(entry)) {
        return new Listed(
            Listed.Kind.LINKED_FOLDER,
            StoredFile.plain(uri, 0, 0),
            "it is a symbolic link to a folder, which is not followed");
      }
      String what = looks.isSymbolicLink() ? "a symbolic link" : "no regular file";
      return new Listed(Listed.Kind.OTHER, StoredFile.plain(uri, 0, 0), "it is " + what);
    } catch (NoSuchFileException e) {
      return new Listed(Listed.Kind.OTHER, StoredFile.plain(uri, 0, 0), "it went away meanwhile");
    }
  }

  private static FileNotFoundException absent(String uri, IOException cause) {
    FileNotFoundException absent = new FileNotFoundException(uri + " is not there");
    absent.initCause(cause);
    return absent;
  }
}
