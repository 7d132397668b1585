package org.tonearm.panel.sound;

import java.util.function.BooleanSupplier;
import org.tonearm.api.audio.PcmSink;

/** Sends samples to a device from a moment on; what lies before it is passed over. */
final class LineSink implements PcmSink {
  private static final int PIECES_A_SECOND = 25;
  private static final float FULL = Short.MAX_VALUE;

  /** Thrown through the decoder to end it. */
  static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndedException() {
      super("ended by the user", null, false, false);
    }
  }

  private final AudioOutput.Line line;
  private final BooleanSupplier ended;
  private final Runnable begun;
  private final byte[] piece;
  private long before;
  private int filled;
  private boolean sounding;

  /**
   * @param from in seconds
   * @param ended asked before each piece whether to go on
   * @param begun told once, before the first piece
   */
  LineSink(AudioOutput.Line line, int rate, double from, BooleanSupplier ended, Runnable begun) {
    this.line = line;
    this.ended = ended;
    this.begun = begun;
    this.before = Math.round(from * rate);
    this.piece = new byte[rate / PIECES_A_SECOND * Short.BYTES];
  }

  @Override
  public void begin(double startSeconds) {}

  @Override
  public void accept(float[] samples, int offset, int length) {
    int first = (int) Math.min(length, before);
    before -= first;
    if (ended.getAsBoolean()) {
      throw new EndedException();
    }
    for (int i = offset + first; i < offset + length; i++) {
      int value = Math.round(Math.max(-1, Math.min(1, samples[i])) * FULL);
      piece[filled++] = (byte) value;
      piece[filled++] = (byte) (value >> Byte.SIZE);
      if (filled == piece.length) {
        flush();
      }
    }
  }

  /** Sends what is left. */
  void flush() {
    if (ended.getAsBoolean()) {
      throw new EndedException();
    }
    if (!sounding) {
      sounding = true;
      begun.run();
    }
    line.write(piece, filled);
    filled = 0;
  }
}
