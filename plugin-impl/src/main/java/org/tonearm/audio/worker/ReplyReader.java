package org.tonearm.audio.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.audio.DecodeReport;

/**
 * The parent's end of the line. Whatever comes, it never takes more memory than a block of samples
 * needs.
 */
final class ReplyReader {
  private static final int MOST_WARNINGS = 10_000;

  private final DataInputStream in;
  private final byte[] block = new byte[ReplyWriter.BLOCK * Float.BYTES];

  ReplyReader(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, 8 * 1024));
  }

  /**
   * Waits for the next reply.
   *
   * @throws IOException at the end, or if what comes makes no sense
   */
  Reply next() throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case ReplyWriter.READY -> new Reply.Ready();
      case ReplyWriter.READING -> new Reply.Reading();
      case ReplyWriter.BEGIN -> new Reply.Begin(in.readDouble());
      case ReplyWriter.SAMPLES -> samples();
      case ReplyWriter.END -> new Reply.End(report());
      case ReplyWriter.FAILURE ->
          new Reply.Failure(WireText.read(in), WireText.read(in), WireText.read(in));
      default -> throw new IOException("a reply of kind " + kind);
    };
  }

  private Reply samples() throws IOException {
    int count = within(in.readInt(), ReplyWriter.BLOCK);
    in.readFully(block, 0, count * Float.BYTES);
    float[] samples = new float[count];
    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    return new Reply.Samples(samples);
  }

  private DecodeReport report() throws IOException {
    long samples = in.readLong();
    double seconds = in.readDouble();
    boolean complete = in.readBoolean();
    String format = WireText.read(in);
    int count = within(in.readInt(), MOST_WARNINGS);
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      warnings.add(WireText.read(in));
    }
    return new DecodeReport(samples, seconds, complete, format, warnings);
  }

  private static int within(int count, int most) throws IOException {
    if (count < 0 || count > most) {
      throw new IOException("a count of " + count);
    }
    return count;
  }
}
