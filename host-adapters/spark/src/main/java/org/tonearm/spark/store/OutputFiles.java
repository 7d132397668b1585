package org.tonearm.spark.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;

/**
 * Small files of Tonearm's own in a run's output, on any storage, without checksum files beside
 * them. Thread-safe.
 */
public final class OutputFiles {
  /** Spares S3A the requests that look for a folder of that name. */
  private static final String UNCHECKED = "fs.s3a.create.performance";

  private final AudioStores stores;

  /**
   * @param stores the storages
   */
  public OutputFiles(AudioStores stores) {
    this.stores = Objects.requireNonNull(stores);
  }

  /**
   * Writes a file whole, in place of one of that name; its folders are made. A reader finds the old
   * file or the new one; between them, on HDFS, for a moment none.
   */
  public void write(String uri, byte[] content) throws IOException {
    if (isLocal(uri)) {
      writeLocal(AudioUri.local(uri), content);
      return;
    }
    FileSystem fileSystem = stores.fileSystem(uri);
    if (stores.of(uri) instanceof ConditionalStore) {
      put(fileSystem, uri, content);
      return;
    }
    String copy = uri + "." + UUID.randomUUID() + ".part";
    put(fileSystem, copy, content);
    fileSystem.delete(AudioUri.hadoop(uri), false);
    if (!fileSystem.rename(AudioUri.hadoop(copy), AudioUri.hadoop(uri))) {
      throw new IOException(uri + " could not be put in place");
    }
  }

  private static void put(FileSystem fileSystem, String uri, byte[] content) throws IOException {
    FSDataOutputStreamBuilder<?, ?> put = fileSystem.createFile(AudioUri.hadoop(uri));
    put.overwrite(true);
    put.recursive();
    put.opt(UNCHECKED, true);
    try (FSDataOutputStream out = put.build()) {
      out.write(content);
    }
  }

  /**
   * Reads a file whole.
   *
   * @throws FileNotFoundException if it is not there
   */
  public byte[] read(String uri) throws IOException {
    try (InputStream in = stores.of(uri).open(uri)) {
      return in.readAllBytes();
    }
  }

  /** Removes a file; none of that name is as well. */
  public void delete(String uri) throws IOException {
    if (isLocal(uri)) {
      Files.deleteIfExists(AudioUri.local(uri));
    } else {
      stores.fileSystem(uri).delete(AudioUri.hadoop(uri), false);
    }
  }

  /** Names of the files in a folder, sorted; none if it is not there. */
  public List<String> list(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    try {
      Iterator<Listed> entries = stores.of(folder).list(folder);
      while (entries.hasNext()) {
        Listed entry = entries.next();
        if (entry.kind() == Listed.Kind.FILE) {
          files.add(entry.file().uri());
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileNotFoundException) {
        return List.of();
      }
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }

  private static boolean isLocal(String uri) {
    return AudioUri.scheme(uri).equals("file");
  }

  private static void writeLocal(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path copy = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    try (FileChannel channel =
        FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
