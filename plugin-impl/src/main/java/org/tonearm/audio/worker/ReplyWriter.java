package org.tonearm.audio.worker;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.PcmSink;

/**
 * A worker's end of the line. One thread only. Decoders hand over a frame at a time, too little to
 * be worth a message: samples are gathered.
 */
final class ReplyWriter implements PcmSink {
  static final int READY = 1;
  static final int READING = 2;
  static final int BEGIN = 3;
  static final int SAMPLES = 4;
  static final int END = 5;
  static final int FAILURE = 6;

  /**
   * Samples in a message at most: 0.74 s at 22,050 Hz, and as many bytes as a pipe of Linux holds.
   */
  static final int BLOCK = 16 * 1024;

  private static final long READING_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final DataOutputStream out;
  private final ByteBuffer block =
      ByteBuffer.allocate(BLOCK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long lastFlush = System.nanoTime();

  ReplyWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 8 * 1024));
  }

  void ready() throws IOException {
    out.writeByte(READY);
    flush();
  }

  /** To be called at every read of the file. */
  void reading() {
    if (System.nanoTime() - lastFlush < READING_NANOS) {
      return;
    }
    try {
      sendBlock();
      out.writeByte(READING);
      flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void begin(double startSeconds) {
    try {
      sendBlock();
      out.writeByte(BEGIN);
      out.writeDouble(startSeconds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(float[] samples, int offset, int length) {
    try {
      for (int done = 0; done < length; ) {
        int count = Math.min(length - done, block.remaining() / Float.BYTES);
        block.asFloatBuffer().put(samples, offset + done, count);
        block.position(block.position() + count * Float.BYTES);
        done += count;
        if (!block.hasRemaining()) {
          sendBlock();
          flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end(DecodeReport report) throws IOException {
    sendBlock();
    out.writeByte(END);
    out.writeLong(report.samples());
    out.writeDouble(report.durationSeconds());
    out.writeBoolean(report.complete());
    WireText.write(out, report.format());
    out.writeInt(report.warnings().size());
    for (String warning : report.warnings()) {
      WireText.write(out, warning);
    }
    flush();
  }

  void failure(DecodeException failure) throws IOException {
    sendBlock();
    out.writeByte(FAILURE);
    WireText.write(out, failure.code());
    WireText.write(out, failure.getMessage());
    WireText.write(out, failure.remedy());
    flush();
  }

  private void sendBlock() throws IOException {
    if (block.position() > 0) {
      out.writeByte(SAMPLES);
      out.writeInt(block.position() / Float.BYTES);
      out.write(block.array(), 0, block.position());
      block.clear();
    }
  }

  private void flush() throws IOException {
    out.flush();
    lastFlush = System.nanoTime();
  }
}
