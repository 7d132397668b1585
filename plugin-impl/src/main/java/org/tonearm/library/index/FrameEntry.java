package org.tonearm.library.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.tonearm.api.audio.DecodeReport;

/**
 * The form of a stored entry: a head with version, key and dimensions; then stretches and frames in
 * their order, each with a byte that tells which; how the decoding went; a checksum of all before.
 */
final class FrameEntry {
  private static final int MAGIC = 0x546e4631; // TnF1
  private static final byte FRAME = 1;
  private static final byte STRETCH = 2;
  private static final byte END = 3;
  private static final int BUFFER = 1 << 16;

  private FrameEntry() {}

  /** An entry that is written as the frames come. */
  static final class Writer implements AutoCloseable {
    private final CheckedOutputStream checked;
    private final DataOutputStream out;
    private final ByteBuffer row;
    private final int dimensions;
    private long frames;

    Writer(Path file, FrameKey key, int dimensions) throws IOException {
      OutputStream plain = Files.newOutputStream(file);
      this.checked = new CheckedOutputStream(new BufferedOutputStream(plain, BUFFER), new CRC32());
      this.out = new DataOutputStream(checked);
      this.row = ByteBuffer.allocate(1 + dimensions * Float.BYTES);
      this.dimensions = dimensions;
      out.writeInt(MAGIC);
      out.writeUTF(key.text());
      out.writeInt(dimensions);
    }

    void begin(double startSeconds) throws IOException {
      out.writeByte(STRETCH);
      out.writeDouble(startSeconds);
    }

    void frame(float[] frame) throws IOException {
      if (frame.length != dimensions) {
        throw new IllegalArgumentException(
            "frames of " + dimensions + " values expected, not of " + frame.length);
      }
      row.clear();
      row.put(FRAME);
      for (float value : frame) {
        row.putFloat(value);
      }
      out.write(row.array());
      frames++;
    }

    void end(DecodeReport report) throws IOException {
      out.writeByte(END);
      out.writeLong(frames);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream inner = new DataOutputStream(bytes)) {
        ReportBytes.write(inner, report);
      }
      out.writeInt(bytes.size());
      out.write(bytes.toByteArray());
      out.writeLong(checked.getChecksum().getValue());
    }

    /** Length of the entry so far. */
    long bytes() {
      return frames * row.capacity();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  /**
   * Reads an entry through, all of it checked before it gives the report.
   *
   * @param sink told of stretches and frames; they count for nothing if this throws
   * @throws IOException if it can't be read, or is not whole, or of another key
   */
  static DecodeReport read(Path file, FrameKey key, FrameStore.Sink sink) throws IOException {
    CheckedInputStream checked =
        new CheckedInputStream(
            new BufferedInputStream(Files.newInputStream(file), BUFFER), new CRC32());
    try (DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC || !in.readUTF().equals(key.text())) {
        throw new IOException("no entry of this key: " + file);
      }
      int dimensions = in.readInt();
      if (dimensions < 0 || dimensions > Files.size(file)) {
        throw new IOException("damaged: " + file);
      }
      long frames = 0;
      byte[] row = new byte[dimensions * Float.BYTES];
      for (byte kind = in.readByte(); kind != END; kind = in.readByte()) {
        if (kind == STRETCH) {
          sink.begin(in.readDouble());
        } else if (kind == FRAME) {
          in.readFully(row);
          float[] frame = new float[dimensions];
          ByteBuffer.wrap(row).asFloatBuffer().get(frame);
          sink.frame(frame);
          frames++;
        } else {
          throw new IOException("damaged: " + file);
        }
      }
      return report(in, checked, frames, file);
    }
  }

  private static DecodeReport report(
      DataInputStream in, CheckedInputStream checked, long frames, Path file) throws IOException {
    boolean counted = in.readLong() == frames;
    int length = in.readInt();
    if (length < 0 || length > Files.size(file)) {
      throw new IOException("damaged: " + file);
    }
    byte[] bytes = in.readNBytes(length);
    long checksum = checked.getChecksum().getValue();
    if (!counted || in.readLong() != checksum) {
      throw new IOException("damaged: " + file);
    }
    try (DataInputStream inner = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return ReportBytes.read(inner);
    }
  }
}
