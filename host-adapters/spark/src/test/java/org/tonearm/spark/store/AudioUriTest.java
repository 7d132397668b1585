package org.tonearm.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AudioUriTest {
  /** By sha256sum: the first four bytes, modulo the number of buckets. */
  private static final int BUCKET = 1663;

  @Test
  void whatUsersGiveIsTakenAsTheyMeanIt() {
    assertThat(AudioUri.of("/a b/c%20d")).isEqualTo("file:///a%20b/c%2520d");
    assertThat(AudioUri.of("file:///a%20b")).isEqualTo("file:///a%20b");
    assertThat(AudioUri.of("file:/a b")).isEqualTo("file:///a%20b");
    assertThat(AudioUri.of("s3a://bucket/a b/100% {x}"))
        .isEqualTo("s3a://bucket/a%20b/100%25%20%7Bx%7D");
    assertThat(AudioUri.of("s3a://bucket/a%20b")).isEqualTo("s3a://bucket/a%20b");
    assertThat(AudioUri.of("s3a://my_bucket")).isEqualTo("s3a://my_bucket/");
    assertThat(AudioUri.of("hdfs://name:8020/x?y#z")).isEqualTo("hdfs://name:8020/x%3Fy%23z");
    assertThat(AudioUri.of("music"))
        .isEqualTo(Path.of("music").toAbsolutePath().toUri().toString());
    assertThatThrownBy(() -> AudioUri.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hadoopSeesTheVeryName() {
    for (String name : S3aStoreTest.NAMES) {
      String uri = AudioUri.child("s3a://bucket/music", name);
      assertThat(uri).matches("[!-~]+");
      assertThat(AudioUri.name(uri)).isEqualTo(name);
      assertThat(AudioUri.hadoop(uri).toUri().getPath()).isEqualTo("/music/" + name);
      assertThat(AudioUri.of(AudioUri.hadoop(uri))).isEqualTo(uri);
    }
  }

  @Test
  void bucketsNeverMove() {
    assertThat(Bucket.of("s3a://bucket/a%20b.mp3", 4096)).isEqualTo(BUCKET);
    assertThat(Bucket.count(0)).isEqualTo(1);
    assertThat(Bucket.count(5_000_000)).isEqualTo(5_000);
    assertThat(Bucket.count(Long.MAX_VALUE / 2)).isEqualTo(100_000);
  }
}
