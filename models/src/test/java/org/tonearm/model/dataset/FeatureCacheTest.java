package org.tonearm.model.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.api.feature.FrameSink;
import org.tonearm.model.feature.Frames;

class FeatureCacheTest {
  private static final float[] SAMPLES = {1, 2, 3, 4, 5, 6};

  @TempDir Path folder;

  private Path file;
  private int decoded;
  private boolean complete = true;

  @BeforeEach
  void writeAFile() throws Exception {
    file = Files.writeString(folder.resolve("a.wav"), "a");
  }

  @Test
  void aFileIsDecodedOnce() throws Exception {
    Frames first = cache().frames(file);
    Frames second = cache().frames(file);
    assertThat(first.values()).containsExactly(SAMPLES);
    assertThat(second.values()).containsExactly(SAMPLES);
    assertThat(decoded).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 31})
  void anEntryThatWasCutShortIsComputedAgain(int length) throws Exception {
    cache().frames(file);
    Path entry = entry();
    byte[] whole = Files.readAllBytes(entry);
    Files.write(entry, Arrays.copyOf(whole, length));
    assertThat(cache().frames(file).values()).containsExactly(SAMPLES);
    assertThat(decoded).isEqualTo(2);
    assertThat(entry).hasBinaryContent(whole);
  }

  /** A drive that went away must not pass for clips that there never were. */
  @Test
  void aFileThatIsGoneEndsTheRun() {
    assertThatThrownBy(() -> cache().frames(folder.resolve("gone.wav")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anEntryOfNothingButZeroesIsComputedAgain() throws Exception {
    cache().frames(file);
    Files.write(entry(), new byte[8]);
    assertThat(cache().frames(file).values()).containsExactly(SAMPLES);
  }

  @Test
  void whatBrokeBeforeItsEndIsNotKept() throws Exception {
    complete = false;
    assertThat(cache().frames(file).values()).containsExactly(SAMPLES);
    assertThat(folder.resolve("cache")).doesNotExist();
    cache().frames(file);
    assertThat(decoded).isEqualTo(2);
  }

  private Path entry() throws Exception {
    try (Stream<Path> entries = Files.list(folder.resolve("cache"))) {
      return entries.findFirst().orElseThrow();
    }
  }

  private FeatureCache cache() {
    AudioDecoder decoder =
        (path, rate, excerpts, sink) -> {
          decoded++;
          sink.begin(0);
          sink.accept(SAMPLES, 0, SAMPLES.length);
          return new DecodeReport(SAMPLES.length, 1, complete, "test", List.of());
        };
    return new FeatureCache(folder.resolve("cache"), decoder, new Pairs());
  }

  /** Two samples make a frame. */
  private static final class Pairs implements FeatureExtractor {
    @Override
    public String id() {
      return "pairs";
    }

    @Override
    public int sampleRate() {
      return 1;
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public int hop() {
      return 2;
    }

    @Override
    public FeatureStream open(FrameSink sink) {
      return new FeatureStream() {
        @Override
        public void push(float[] samples, int offset, int length) {
          for (int i = offset; i < offset + length; i += 2) {
            sink.accept(new float[] {samples[i], samples[i + 1]});
          }
        }

        @Override
        public void finish() {}
      };
    }
  }
}
