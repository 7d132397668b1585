package org.tonearm.spark.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows, on a local or shared file system; each line outlives the process at once. */
final class LocalNotes implements NoteSink {
  private final FileChannel channel;

  private LocalNotes(FileChannel channel) {
    this.channel = channel;
  }

  /** A new file; its folders are made. */
  static LocalNotes create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean kept = false;
    try {
      syncFolders(file);
      kept = true;
      return new LocalNotes(channel);
    } finally {
      if (!kept) {
        channel.close();
      }
    }
  }

  /** The folder of the bucket may be new too. */
  private static void syncFolders(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      for (Path folder : new Path[] {file.getParent(), file.getParent().getParent()}) {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
          opened.force(true);
        }
      }
    }
  }

  @Override
  public void append(String line, boolean durable) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    if (durable) {
      channel.force(false);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
