package org.tonearm.standalone.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.midi.MidiSystem;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Plays a score into memory by the JDK's own synthesiser. Needs no sound card: the JDK reads a MIDI
 * file as if it were a recording.
 */
final class MidiRenderer {
  /** In Hz. */
  static final int RATE = 44_100;

  /** What rings on after the last note. */
  static final double TAIL_SECONDS = 1.5;

  private static final float PEAK = 0.89f;

  // Held, since the JDK forgets a logger's level with the logger. The synthesiser asks for the
  // user's preferences, and those complain on stderr where the home folder is new or read-only.
  private final Logger preferences = Logger.getLogger("java.util.prefs");

  MidiRenderer() {
    preferences.setLevel(Level.OFF);
  }

  /**
   * Renders the piece at a common loudness, faded out over its tail.
   *
   * @return two channels of {@code seconds() + TAIL_SECONDS}
   * @throws IOException if the JDK has no synthesiser
   */
  float[][] render(Score score) throws IOException {
    ByteArrayOutputStream midi = new ByteArrayOutputStream();
    MidiSystem.write(score.sequence(), 0, midi);
    int frames = (int) Math.round((score.seconds() + TAIL_SECONDS) * RATE);
    try (AudioInputStream playing =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(midi.toByteArray()))) {
      AudioFormat format = playing.getFormat();
      if (format.getChannels() != 2
          || format.getSampleSizeInBits() != 16
          || format.isBigEndian()
          || Math.round(format.getSampleRate()) != RATE) {
        throw new IOException("the JDK's synthesiser plays in another format: " + format);
      }
      float[][] channels = parted(playing.readNBytes(frames * 4), frames);
      level(channels);
      return channels;
    } catch (UnsupportedAudioFileException e) {
      throw new IOException("this JDK can't play MIDI; it lacks the module java.desktop", e);
    }
  }

  private static float[][] parted(byte[] bytes, int frames) {
    ShortBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[][] channels = new float[2][frames];
    for (int i = 0; i < samples.limit() / 2; i++) {
      channels[0][i] = samples.get(2 * i) / 32_768f;
      channels[1][i] = samples.get(2 * i + 1) / 32_768f;
    }
    return channels;
  }

  private static void level(float[][] channels) {
    float loudest = 1e-6f;
    for (float[] channel : channels) {
      for (float sample : channel) {
        loudest = Math.max(loudest, Math.abs(sample));
      }
    }
    int length = channels[0].length;
    int fade = (int) (TAIL_SECONDS * RATE);
    for (float[] channel : channels) {
      for (int i = 0; i < length; i++) {
        float gain = Math.min(1f, (length - i) / (float) fade);
        channel[i] *= PEAK / loudest * gain;
      }
    }
  }
}
