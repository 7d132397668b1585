package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;

class FfmpegDecoderTest {
  @TempDir Path folder;

  @Test
  void mixesLeftAndRightToHalfEachAtTheRequestedRate() throws Exception {
    int rate = 44_100;
    ByteBuffer pcm = ByteBuffer.allocate(4 * 2 * rate);
    for (int i = 0; i < 2 * rate; i++) {
      short left = (short) (16_384 * Math.sin(2 * Math.PI * 441 * i / rate));
      pcm.putShort(left).putShort((short) 0);
    }
    Path file = folder.resolve("tone.wav");
    AudioFormat format = new AudioFormat(rate, 16, 2, true, true);
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, 2L * rate),
        AudioFileFormat.Type.WAVE,
        file.toFile());

    CollectingSink sink = new CollectingSink();
    DecodeReport report = new FfmpegDecoder().decode(file, 22_050, Excerpts.WHOLE, sink);

    assertThat(report.samples()).isEqualTo(44_100);
    assertThat(report.complete()).isTrue();
    assertThat(report.warnings()).isEmpty();
    assertThat(sink.starts()).containsExactly(0.0);
    float[] mono = sink.stretch(0);
    for (int i = 1_000; i < 40_000; i++) {
      assertThat((double) mono[i])
          .isCloseTo(0.25 * Math.sin(2 * Math.PI * 441 * i / 22_050), within(2e-3));
    }
  }
}
