package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.audio.encode.EncodeFormat;

class FfmpegDecoderTest {
  private static final int RATE = 22_050;

  @TempDir Path folder;

  private final AudioDecoder decoder = new FfmpegDecoder();

  @ParameterizedTest
  @EnumSource
  void givesBackWhatWasEncoded(EncodeFormat format) throws Exception {
    int rate = 44_100;
    float[] left = EncodedAudio.glide(200, 3_000, 0.4, 4, rate);
    float[] right = EncodedAudio.glide(4_000, 300, 0.3, 4, rate);
    Path file = encode("stereo", format, new float[][] {left, right}, rate);

    CollectingSink sink = new CollectingSink();
    DecodeReport report = decoder.decode(file, rate, Excerpts.WHOLE, sink);

    assertThat(report.complete()).isTrue();
    assertThat(report.warnings()).isEmpty();
    assertThat(sink.starts()).containsExactly(0.0);
    float[] mono = sink.stretch(0);
    assertThat(report.samples()).isEqualTo(mono.length);
    assertThat(mono.length / (double) rate).isCloseTo(4.0, within(0.05));
    float[] expected = new float[left.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 0.5f * (left[i] + right[i]);
    }
    // Windows Media's encoder delays the sound and does not state by how much.
    int lag =
        format == EncodeFormat.WMA
            ? Signals.bestLag(mono, 20_000, expected, 20_000, 4_000, 5_000)
            : 0;
    double error = Signals.relativeError(mono, 10_000, expected, 10_000 + lag, 140_000);
    assertThat(error).isLessThan(format.lossless() ? 1e-3 : 0.2);
  }

  @ParameterizedTest
  @EnumSource
  void resamplesAndKeepsFrequencyAndLevel(EncodeFormat format) throws Exception {
    float[] tone = EncodedAudio.sine(997, 0.5, 3, 48_000);
    Path file = encode("tone", format, new float[][] {tone}, 48_000);

    float[] mono = whole(file);

    assertThat(mono.length / (double) RATE).isCloseTo(3.0, within(0.06));
    assertThat(Signals.level(mono, 10_000, 50_000)).isCloseTo(0.5 / Math.sqrt(2), within(0.02));
    int crossings = 0;
    for (int i = 10_001; i < 50_000; i++) {
      crossings += mono[i - 1] < 0 && mono[i] >= 0 ? 1 : 0;
    }
    assertThat(crossings * (double) RATE / 40_000).isCloseTo(997, within(1.0));
  }

  @Test
  void filtersOutWhatTheNewRateCannotCarry() throws Exception {
    float[] tone = EncodedAudio.sine(15_000, 0.5, 2, 44_100);
    Path file = encode("high", EncodeFormat.WAV, new float[][] {tone}, 44_100);

    assertThat(Signals.level(whole(file), 5_000, 40_000)).isLessThan(1e-4);
  }

  @ParameterizedTest
  @CsvSource({"1, 8000", "2, 96000", "3, 44100", "6, 48000", "8, 192000"})
  void mixesAnyNumberOfChannelsAtAnyRate(int channels, int rate) throws Exception {
    float[][] same = new float[channels][];
    for (int c = 0; c < channels; c++) {
      same[c] = EncodedAudio.sine(500, 0.5, 1, rate);
    }
    Path file = encode("many", EncodeFormat.WAV, same, rate);

    float[] mono = whole(file);

    assertThat(mono).hasSize(RATE);
    // The low-frequency channel of 5.1 and 7.1 is left out of the mix, all other weights sum to 1.
    assertThat(Signals.level(mono, 4_000, 18_000)).isCloseTo(0.5 / Math.sqrt(2), within(0.005));
  }

  @ParameterizedTest
  @EnumSource(names = {"WAV", "MP3", "FLAC"})
  void hearsTheLeftChannelWhereTheRightOneCancelsItOut(EncodeFormat format) throws Exception {
    float[] left = EncodedAudio.glide(200, 3_000, 0.4, 3, 44_100);
    Path file = encode("turned", format, new float[][] {left, times(-1, left)}, 44_100);

    float[] mono = whole(file);

    assertThat(mono.length / (double) RATE).isCloseTo(3.0, within(0.06));
    assertThat(Signals.level(mono, 5_000, 60_000)).isCloseTo(0.4 / Math.sqrt(2), within(0.03));
  }

  @Test
  void hearsExcerptsOfWhatIsCancelledOut() throws Exception {
    float[] left = EncodedAudio.glide(200, 3_000, 0.4, 70, RATE);
    Path file = encode("long", EncodeFormat.WAV, new float[][] {left, times(-1, left)}, RATE);

    CollectingSink sink = new CollectingSink();
    decoder.decode(file, RATE, new Excerpts(1), sink);

    int length = Excerpts.SECONDS * RATE;
    assertThat(sink.stretch(0)).hasSize(length);
    int start = (int) Math.round(sink.starts().get(0) * RATE);
    assertThat(Signals.relativeError(sink.stretch(0), 0, left, start, length)).isLessThan(1e-3);
  }

  @Test
  void mixesChannelsOfWhichALittleIsLeft() throws Exception {
    float[] left = EncodedAudio.glide(200, 3_000, 0.4, 3, RATE);
    float[] right = times(-0.9, left);
    Path file = encode("nearly", EncodeFormat.WAV, new float[][] {left, right}, RATE);

    float[] expected = times(0.05, left);
    assertThat(Signals.relativeError(whole(file), 0, expected, 0, 3 * RATE)).isLessThan(2e-3);
  }

  @Test
  void judgesEachSecondOfWhatIsCancelledOut() throws Exception {
    float[] left = EncodedAudio.sine(997, 0.4, 3, RATE);
    float[] right = times(-1, left);
    System.arraycopy(left, 0, right, 0, RATE);
    Path file = encode("partly", EncodeFormat.WAV, new float[][] {left, right}, RATE);

    assertThat(Signals.relativeError(whole(file), 0, left, 0, 3 * RATE)).isLessThan(1e-3);
  }

  private static float[] times(double factor, float[] samples) {
    float[] product = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      product[i] = (float) (factor * samples[i]);
    }
    return product;
  }

  @Test
  void averagesChannelsWithoutAKnownPlace() throws Exception {
    int channels = 11;
    byte[] data = new byte[44_100 * channels * 2];
    ByteBuffer samples = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 44_100; i++) {
      for (int c = 0; c < channels; c++) {
        samples.putShort((short) (c == 0 ? 11_000 : 0));
      }
    }
    Path file = folder.resolve("eleven.wav");
    Files.write(file, wav(1, channels, 44_100, 16, data));

    assertThat((double) whole(file)[11_000]).isCloseTo(1_000 / 32_768.0, within(1e-3));
  }

  @Test
  void replacesWhatIsNoNumber() throws Exception {
    ByteBuffer data = ByteBuffer.allocate(4 * RATE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < RATE; i++) {
      float odd = i % 3 == 0 ? Float.NaN : i % 3 == 1 ? Float.POSITIVE_INFINITY : -1e25f;
      data.putFloat(i % 100 == 0 ? odd : 0.25f);
    }
    Path file = folder.resolve("float.wav");
    Files.write(file, wav(3, 1, RATE, 32, data.array()));

    float[] mono = whole(file);

    assertThat(mono).hasSize(RATE);
    for (float sample : mono) {
      assertThat(sample).isIn(0f, 0.25f);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, -1", "2147479588, 2147479552", "2147483647, 2147483611"})
  void aSizeThatWasNotKnownInAPipeIsNoCut(int riff, int data) throws Exception {
    float[] tone = EncodedAudio.sine(997, 0.5, 3, 44_100);
    Path file = encode("piped", EncodeFormat.WAV, new float[][] {tone}, 44_100);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 12;
    while (header.getInt(at) != 0x61746164) {
      at += 8 + header.getInt(at + 4);
    }
    header.putInt(4, riff).putInt(at + 4, data);
    Files.write(file, bytes);

    DecodeReport report = decoder.decode(file, RATE, Excerpts.WHOLE, new CollectingSink());

    assertThat(report.warnings()).isEmpty();
    assertThat(report.complete()).isTrue();
    assertThat(report.samples()).isEqualTo(3L * RATE);
  }

  @Test
  void readsASecondOfSound() throws Exception {
    Path file = encode("short", EncodeFormat.MP3, new float[][] {new float[44_100]}, 44_100);

    DecodeReport report = decoder.decode(file, RATE, new Excerpts(3), new CollectingSink());

    assertThat(report.durationSeconds()).isCloseTo(1.0, within(0.03));
    assertThat(report.complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {10_000, 3_000_000})
  void passesOverATagInFront(int tagBytes) throws Exception {
    Path bare = encode("bare", EncodeFormat.MP3, new float[][] {new float[88_200]}, 44_100);
    byte[] tag = new byte[tagBytes];
    int size = tagBytes - 10;
    tag[0] = 'I';
    tag[1] = 'D';
    tag[2] = '3';
    tag[3] = 4;
    for (int i = 0; i < 4; i++) {
      tag[6 + i] = (byte) ((size >> (7 * (3 - i))) & 0x7F);
    }
    Path file = folder.resolve("tagged.mp3");
    Files.write(file, tag);
    Files.write(file, Files.readAllBytes(bare), java.nio.file.StandardOpenOption.APPEND);

    assertThat(whole(file)).hasSize(2 * RATE);
  }

  @Test
  void judgesByContentAndNotByName() throws Exception {
    Path file = encode("really", EncodeFormat.FLAC, new float[][] {new float[44_100]}, 44_100);
    Path disguised = Files.move(file, folder.resolve("really.mp3"));

    DecodeReport report = decoder.decode(disguised, RATE, Excerpts.WHOLE, new CollectingSink());

    assertThat(report.format()).isEqualTo("flac");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"😀 party.wav", "two\nlines.wav", "percent %s\\ 'quote'.wav", "http:x.wav"})
  void readsAnyName(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, wav(1, 1, RATE, 16, new byte[2 * RATE]));

    assertThat(whole(file)).hasSize(RATE);
  }

  @Test
  void readsANameThatNoStringExpresses() throws Exception {
    Path plain = folder.resolve("plain.wav");
    Files.write(plain, wav(1, 1, RATE, 16, new byte[2 * RATE]));
    Path into = Files.createDirectory(folder.resolve("latin"));
    assumeTrue(
        run(folder, "sh", "-c", "cp plain.wav \"latin/$(printf 'caf\\351.wav')\"") == 0,
        "skipped: this system has no sh to make a file with a Latin-1 name");

    List<Path> found;
    try (Stream<Path> list = Files.list(into)) {
      found = list.toList();
    }

    assertThat(found).hasSize(1);
    assertThat(whole(found.get(0))).hasSize(RATE);
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(AudioDecoder.class))
        .anySatisfy(found -> assertThat(found).isInstanceOf(FfmpegDecoder.class));
  }

  /** Built by hand, since the JDK's writer takes neither float nor eleven channels. */
  static byte[] wav(int codec, int channels, int rate, int bits, byte[] data) {
    int frame = channels * bits / 8;
    ByteBuffer file = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(36 + data.length);
    file.put(new byte[] {'W', 'A', 'V', 'E', 'f', 'm', 't', ' '}).putInt(16);
    file.putShort((short) codec).putShort((short) channels).putInt(rate);
    file.putInt(rate * frame).putShort((short) frame).putShort((short) bits);
    file.put(new byte[] {'d', 'a', 't', 'a'}).putInt(data.length).put(data);
    return file.array();
  }

  private static int run(Path where, String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).directory(where.toFile()).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private Path encode(String name, EncodeFormat format, float[][] channels, int rate)
      throws Exception {
    String file = name + "." + format.extension();
    return EncodedAudio.encode(folder, file, format.id(), channels, rate);
  }

  private float[] whole(Path file) throws Exception {
    CollectingSink sink = new CollectingSink();
    decoder.decode(file, RATE, Excerpts.WHOLE, sink);
    return sink.stretch(0);
  }
}
