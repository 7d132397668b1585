package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;

/** A disk or share that fails in the middle of a file: the file is not to blame. */
class StorageFaultTest {
  private static final int RATE = 22_050;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"WAV", "FLAC", "MP3"})
  void aReadThatFailsIsNoDamageOfTheFile(EncodeFormat format) throws Exception {
    Path file = encode(format);
    AtomicInteger reads = new AtomicInteger();
    new FfmpegDecoder(reads::incrementAndGet)
        .decode(file, RATE, Excerpts.WHOLE, new CollectingSink());
    int last = reads.get() - 2;
    assertThat(last).isGreaterThan(4);

    AtomicInteger again = new AtomicInteger();
    FfmpegDecoder failing =
        new FfmpegDecoder(
            () -> {
              if (again.incrementAndGet() == last) {
                throw new UncheckedIOException(new IOException("stale handle"));
              }
            });
    assertThatThrownBy(() -> failing.decode(file, RATE, Excerpts.WHOLE, new CollectingSink()))
        .isInstanceOf(DecodeException.class)
        .hasFieldOrPropertyWithValue("code", "unreadable")
        .hasMessageContaining("stale handle");
  }

  @Test
  void whatIsCutShortIsHeardInPartAsBefore() throws Exception {
    Path file = encode(EncodeFormat.WAV);
    byte[] bytes = java.nio.file.Files.readAllBytes(file);
    java.nio.file.Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    DecodeReport report =
        new FfmpegDecoder().decode(file, RATE, Excerpts.WHOLE, new CollectingSink());
    assertThat(report.complete()).isFalse();
  }

  private Path encode(EncodeFormat format) throws Exception {
    Path file = folder.resolve("glide." + format.extension());
    float[] sound = EncodedAudio.glide(200, 3_000, 0.4, 60, 44_100);
    new AudioEncoder()
        .encode(file, format, new float[][] {sound}, 44_100, Id3Version.NONE, Map.of());
    return file;
  }
}
