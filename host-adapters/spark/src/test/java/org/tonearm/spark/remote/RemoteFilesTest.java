package org.tonearm.spark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of Hadoop as paths; a local file system under another name stands for a remote one. */
final class RemoteFilesTest {
  @TempDir private Path folder;

  /** Hadoop's local file system, which nobody takes for the local one. */
  public static final class Elsewhere extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("elsewhere:///");
    }

    @Override
    public String getScheme() {
      return "elsewhere";
    }
  }

  @Test
  void readsAnyPartOfAFileUnderAnyName() throws Exception {
    byte[] bytes = new byte[700_000];
    new Random(3).nextBytes(bytes);
    Path file = Files.write(folder.resolve("100% #1: {a} [b]\n.mp3"), bytes);
    Path remote = remote(file, bytes.length);
    assertThat(remote.getFileName()).hasToString("100% #1: {a} [b]\n.mp3");
    assertThat(Files.size(remote)).isEqualTo(bytes.length);
    assertThat(Files.isRegularFile(remote)).isTrue();
    assertThat(Files.readAllBytes(remote)).isEqualTo(bytes);
    try (FileChannel channel = FileChannel.open(remote, StandardOpenOption.READ)) {
      for (int at : new int[] {600_000, 0, 131_071, 131_072, 699_990, 5}) {
        ByteBuffer part = ByteBuffer.allocate(10);
        while (part.hasRemaining()) {
          assertThat(channel.read(part, at + part.position())).isPositive();
        }
        for (int i = 0; i < 10; i++) {
          assertThat(part.get(i)).isEqualTo(bytes[at + i]);
        }
      }
      assertThat(channel.read(ByteBuffer.allocate(1), bytes.length)).isEqualTo(-1);
    }
  }

  @Test
  void aLocalAddressIsTheFileItself() throws Exception {
    Path file = Files.createFile(folder.resolve("a b.mp3"));
    assertThat(new RemoteFiles(new Configuration()).path(file.toUri().toString(), 0, 0))
        .isEqualTo(file);
  }

  private static Path remote(Path file, long size) throws Exception {
    Configuration hadoop = new Configuration();
    hadoop.set("fs.elsewhere.impl", Elsewhere.class.getName());
    String uri = "elsewhere://" + file.toUri().getRawPath();
    return new RemoteFiles(hadoop).path(uri, size, 0);
  }
}
