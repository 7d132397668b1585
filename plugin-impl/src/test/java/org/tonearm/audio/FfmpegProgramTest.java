package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.audio.encode.EncodeFormat;

/** Holds the decoder against what the program {@code ffmpeg} makes of the same files. */
class FfmpegProgramTest {
  private static final int RATE = 22_050;

  @TempDir Path folder;

  @BeforeAll
  static void needsTheProgram() throws Exception {
    boolean present;
    try {
      Process version = new ProcessBuilder("ffmpeg", "-version").redirectErrorStream(true).start();
      version.getInputStream().readAllBytes();
      present = version.waitFor() == 0;
    } catch (IOException e) {
      present = false;
    }
    assumeTrue(present, "skipped: the program ffmpeg is missing (Debian package ffmpeg)");
  }

  @ParameterizedTest
  @EnumSource
  void agrees(EncodeFormat format) throws Exception {
    float[] left = EncodedAudio.glide(100, 9_000, 0.5, 10, 44_100);
    float[] right = EncodedAudio.glide(7_000, 200, 0.2, 10, 44_100);
    Path file = folder.resolve("x." + format.extension());
    EncodedAudio.encode(
        folder, "x." + format.extension(), format.id(), new float[][] {left, right}, 44_100);

    CollectingSink sink = new CollectingSink();
    new FfmpegDecoder().decode(file, RATE, Excerpts.WHOLE, sink);
    float[] ours = sink.stretch(0);
    float[] theirs = program(file);

    assertThat(Math.abs(ours.length - theirs.length)).isLessThanOrEqualTo(2);
    int length = Math.min(ours.length, theirs.length);
    // The program resamples 16-bit sound in 16 bits; we do it in float.
    assertThat(Signals.relativeError(ours, 0, theirs, 0, length)).isLessThan(1e-3);
  }

  private float[] program(Path file) throws Exception {
    Path raw = folder.resolve("program.f32");
    Process process =
        new ProcessBuilder(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-af",
                "pan=mono|c0=0.5*c0+0.5*c1",
                "-ar",
                Integer.toString(RATE),
                "-f",
                "f32le",
                raw.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(samples);
    return samples;
  }
}
