package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.audio.encode.EncodeFormat;

class BrokenFilesTest {
  private static final int RATE = 22_050;

  @TempDir Path folder;

  private final AudioDecoder decoder = decoder();

  AudioDecoder decoder() {
    return new FfmpegDecoder();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"M4A_AAC", "M4A_ALAC"})
  void whatRemainsOfACutFileIsHandedOver(EncodeFormat format) throws Exception {
    Path whole = track(format, 30);
    byte[] bytes = Files.readAllBytes(whole);
    Path file = write("cut." + format.extension(), Arrays.copyOf(bytes, bytes.length / 2));

    CollectingSink sink = new CollectingSink();
    DecodeReport report = decoder.decode(file, RATE, Excerpts.WHOLE, sink);

    assertThat(report.complete()).isFalse();
    assertThat(report.warnings()).isNotEmpty();
    assertThat(report.samples()).isBetween(10L * RATE, 20L * RATE);
    assertThat(Signals.level(sink.stretch(0), 5 * RATE, 9 * RATE)).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @EnumSource(names = {"M4A_AAC", "M4A_ALAC"})
  void anMp4WithoutItsIndexIsBroken(EncodeFormat format) throws Exception {
    byte[] bytes = Files.readAllBytes(track(format, 30));
    Path file = write("third.m4a", Arrays.copyOf(bytes, bytes.length / 3));

    DecodeException failure = failure(file);

    assertThat(failure.code()).isEqualTo("broken");
    assertThat(failure).hasMessageContaining("moov");
  }

  @ParameterizedTest
  @EnumSource(names = {"MP3", "FLAC", "OGG_VORBIS", "OPUS", "M4A_AAC", "M4A_ALAC"})
  void decodesOnBehindAHole(EncodeFormat format) throws Exception {
    byte[] bytes = Files.readAllBytes(track(format, 30));
    Arrays.fill(bytes, bytes.length * 2 / 5, bytes.length / 2, (byte) 0);
    Path file = write("hole." + format.extension(), bytes);

    DecodeReport report = decoder.decode(file, RATE, Excerpts.WHOLE, new CollectingSink());

    assertThat(report.complete()).isFalse();
    assertThat(report.warnings()).isNotEmpty();
    assertThat(report.samples()).isBetween(20L * RATE, 29L * RATE);
  }

  @Test
  void excerptsBehindTheCutAreMissed() throws Exception {
    byte[] bytes = Files.readAllBytes(track(EncodeFormat.MP3, 70));
    Path file = write("cut.mp3", Arrays.copyOf(bytes, bytes.length / 2));

    DecodeReport report = decoder.decode(file, RATE, new Excerpts(2), new CollectingSink());

    assertThat(report.complete()).isFalse();
    assertThat(report.samples()).isEqualTo(30L * RATE);
  }

  /** Without a stated length, all packets are counted first: they are not what is heard. */
  @Test
  void damageOfAnExcerptIsWeighedAgainstWhatIsHeard() throws Exception {
    byte[] bytes = Files.readAllBytes(track(EncodeFormat.FLAC, 400));
    // The 36 bits of STREAMINFO that count the samples: 0 stands for "not known".
    bytes[21] &= (byte) 0xF0;
    Arrays.fill(bytes, 22, 26, (byte) 0);
    for (int at = bytes.length * 4 / 10; at < bytes.length * 6 / 10; at += 12_000) {
      Arrays.fill(bytes, at, at + 300, (byte) 0);
    }
    Path file = write("unsized.flac", bytes);

    DecodeReport report = decoder.decode(file, RATE, new Excerpts(1), new CollectingSink());

    assertThat(report.samples()).isEqualTo(30L * RATE);
    assertThat(report.complete()).isFalse();
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("damaged"));
  }

  @Test
  void excerptsThatAllLieBehindTheCutGiveWayToWhatThereIs() throws Exception {
    byte[] bytes = Files.readAllBytes(track(EncodeFormat.MP3, 70));
    Path file = write("cut.mp3", Arrays.copyOf(bytes, bytes.length / 7));

    DecodeReport report = decoder.decode(file, RATE, new Excerpts(1), new CollectingSink());

    assertThat(report.complete()).isFalse();
    assertThat(report.samples()).isBetween(9L * RATE, 11L * RATE);
  }

  @Test
  void noFile() {
    assertThat(failure(folder.resolve("none.mp3")).code()).isEqualTo("missing");
  }

  @Test
  void noBytes() throws Exception {
    assertThat(failure(write("empty.mp3", new byte[0])).code()).isEqualTo("empty");
  }

  @Test
  void aFolder() {
    assertThat(failure(folder).code()).isEqualTo("not-audio");
  }

  @Test
  void noPermission() throws Exception {
    Path file = write("secret.wav", FfmpegDecoderTest.wav(1, 1, RATE, 16, new byte[100]));
    assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"),
        "skipped: this file system has no permissions");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "skipped: this user may read every file");

    assertThat(failure(file).code()).isEqualTo("unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear diary, ",
        "1\n00:00:01,000 --> 00:00:02,000\nA subtitle\n\n",
        "#EXTM3U\n#EXTINF:10,\nother.mp3\n",
        "ffconcat version 1.0\nfile other.mp3\n",
        "ID3 is how this text begins, to be mean. "
      })
  void textIsNoAudioWhateverItsName(String text) throws Exception {
    byte[] bytes = text.repeat(3_000).getBytes(StandardCharsets.UTF_8);

    assertThat(failure(write("song.mp3", bytes)).code()).isEqualTo("not-audio");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomBytesAreNoAudio(long seed) throws Exception {
    byte[] bytes = new byte[600_000];
    new Random(seed).nextBytes(bytes);

    assertThat(failure(write("noise.mp3", bytes)).code()).isEqualTo("not-audio");
  }

  @Test
  void randomBytesThatBeginLikeAnMp3AreNoAudio() throws Exception {
    byte[] bytes = new byte[600_000];
    new Random(11).nextBytes(bytes);
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xFB;
    bytes[2] = (byte) 0x90;

    assertThat(failure(write("noise.mp3", bytes)).code()).isEqualTo("not-audio");
  }

  @ParameterizedTest
  @EnumSource
  void zeroLength(EncodeFormat format) throws Exception {
    Path file =
        EncodedAudio.encode(
            folder, "zero." + format.extension(), format.id(), new float[][] {new float[0]}, RATE);

    assertThat(failure(file).code()).isIn("no-samples", "broken", "empty");
  }

  /** Found by fuzzing: seconds stretched to days, and a filter that takes minutes to build. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2_000_000_000})
  void aRateThatNoSoundHas(int rate) throws Exception {
    Path file = write("odd.wav", FfmpegDecoderTest.wav(1, 1, rate, 16, new byte[44_100]));

    assertThat(failure(file).code()).isEqualTo("broken");
  }

  @Test
  void aTagAlone() throws Exception {
    byte[] tag = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0};

    assertThat(failure(write("tag.mp3", tag)).code()).isEqualTo("no-samples");
  }

  private DecodeException failure(Path file) {
    DecodeException failure =
        catchThrowableOfType(
            DecodeException.class,
            () -> decoder.decode(file, RATE, Excerpts.WHOLE, new CollectingSink()));
    assertThat(failure).hasMessageContaining(file.toString());
    assertThat(failure.remedy()).isNotBlank();
    return failure;
  }

  private Path track(EncodeFormat format, int seconds) throws Exception {
    float[][] sound = {EncodedAudio.glide(200, 5_000, 0.5, seconds, RATE)};
    // Noise keeps lossless formats from shrinking unevenly.
    Random random = new Random(3);
    for (int i = 0; i < sound[0].length; i++) {
      sound[0][i] += (float) (0.02 * random.nextGaussian());
    }
    String name = "whole." + format.extension();
    return EncodedAudio.encode(folder, name, format.id(), sound, RATE);
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }
}
