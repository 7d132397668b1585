package org.tonearm.panel.sound;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The computer's usual sound device, through Java Sound. */
public final class JavaSound implements AudioOutput {
  private static final Logger LOG = LoggerFactory.getLogger(JavaSound.class);
  private static final int BITS = 16;
  private static final int BUFFERS_A_SECOND = 5;

  @Override
  public Optional<Line> open(int rate) {
    AudioFormat format = new AudioFormat(rate, BITS, 1, true, false);
    try {
      SourceDataLine line = AudioSystem.getSourceDataLine(format);
      line.open(format, rate * format.getFrameSize() / BUFFERS_A_SECOND);
      line.start();
      return Optional.of(new Device(line));
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      // Java Sound says by an IllegalArgumentException that there is no device at all.
      LOG.debug("No sound device: {}", e.toString());
      return Optional.empty();
    }
  }

  private record Device(SourceDataLine line) implements Line {
    @Override
    public void write(byte[] samples, int length) {
      line.write(samples, 0, length);
    }

    @Override
    public double heardSeconds() {
      return line.getMicrosecondPosition() * 1e-6;
    }

    @Override
    public void drain() {
      line.drain();
    }

    @Override
    public void close() {
      line.stop();
      line.flush();
      line.close();
    }
  }
}
