package org.tonearm.standalone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Noise as a WAVE file of 2 kHz, another noise for each number; just longer than the three seconds
 * below which nothing is told.
 */
final class TinyWave {
  private static final int RATE = 2000;
  private static final int SAMPLES = 6500;
  private static final int HEAD = 44;

  private TinyWave() {}

  static byte[] bytes(int number) {
    int size = SAMPLES * Short.BYTES;
    ByteBuffer wave = ByteBuffer.allocate(HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
    wave.put(word("RIFF")).putInt(HEAD - 8 + size).put(word("WAVE"));
    wave.put(word("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    wave.putInt(RATE).putInt(RATE * Short.BYTES).putShort((short) 2).putShort((short) 16);
    wave.put(word("data")).putInt(size);
    Random noise = new Random(number);
    for (int i = 0; i < SAMPLES; i++) {
      wave.putShort((short) (noise.nextInt(20_000) - 10_000));
    }
    return wave.array();
  }

  private static byte[] word(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
