package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Any file system of Hadoop's, for reading. HDFS is among them: its rename replaces a file at one
 * stroke, but on no condition, so that a change made by another program meanwhile would be lost.
 */
class HadoopStore implements AudioStore {
  private final HadoopFiles files;

  HadoopStore(HadoopFiles files) {
    this.files = files;
  }

  @Override
  public Replacing replacing() {
    return Replacing.SIDECAR;
  }

  @Override
  public final Iterator<Listed> list(String folder, Predicate<String> names) throws IOException {
    RemoteIterator<FileStatus> entries =
        fileSystem(folder).listStatusIterator(AudioUri.hadoop(folder));
    return new ListingIterator(
        () -> {
          while (entries.hasNext()) {
            FileStatus status = entries.next();
            String name = status.getPath().getName();
            if (!name.startsWith(".") && names.test(name)) {
              return listed(status);
            }
          }
          return null;
        },
        () -> {});
  }

  @Override
  public final StoredFile status(String uri) throws IOException {
    return StoredFile.of(looks(uri));
  }

  @Override
  public final InputStream open(String uri) throws IOException {
    return fileSystem(uri).open(AudioUri.hadoop(uri));
  }

  @Override
  public final FetchedAudio fetch(String uri, Path folder) throws IOException {
    Path copy = Files.createTempFile(folder, "audio-", ending(uri));
    boolean whole = false;
    try (InputStream in = open(uri)) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      whole = true;
      return new FetchedAudio(copy, true);
    } finally {
      if (!whole) {
        Files.deleteIfExists(copy);
      }
    }
  }

  final FileSystem fileSystem(String uri) throws IOException {
    return files.of(uri);
  }

  final FileStatus looks(String uri) throws IOException {
    FileStatus status = fileSystem(uri).getFileStatus(AudioUri.hadoop(uri));
    if (!status.isFile()) {
      throw new FileNotFoundException(uri + " is no file");
    }
    return status;
  }

  private Listed listed(FileStatus status) throws IOException {
    if (status.isDirectory()) {
      StoredFile folder = StoredFile.plain(AudioUri.of(status.getPath()), 0, 0);
      return new Listed(Listed.Kind.FOLDER, folder, "");
    }
    StoredFile file = StoredFile.of(status);
    if (status.isSymlink() && leadsToFolder(status)) {
      return new Listed(
          Listed.Kind.LINKED_FOLDER,
          file,
          "it is a symbolic link to a folder, which is not followed");
    }
    return status.isFile()
        ? new Listed(Listed.Kind.FILE, file, "")
        : new Listed(Listed.Kind.OTHER, file, "it is a symbolic link");
  }

  private boolean leadsToFolder(FileStatus link) throws IOException {
    try {
      return fileSystem(AudioUri.of(link.getPath())).getFileStatus(link.getSymlink()).isDirectory();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** Readers go by a name's ending where the bytes do not decide. */
  private static String ending(String uri) {
    String name = AudioUri.name(uri);
    String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
    return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending.toLowerCase(Locale.ROOT) : ".bin";
  }
}
