package org.tonearm.library.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.classify.WindowResult;

/** Scores as bytes: a version, how the decoding went, then the windows. */
final class ScoresBlob {
  /** Blobs of other versions are as good as none. */
  private static final int VERSION = 1;

  private ScoresBlob() {}

  static byte[] of(StoredScores scores) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      ReportBytes.write(out, scores.report());
      out.writeInt(scores.wholeWindows());
      out.writeInt(scores.windows().size());
      for (StoredScores.Window window : scores.windows()) {
        out.writeDouble(window.startSeconds());
        out.writeDouble(window.endSeconds());
        out.writeDouble(window.result().music());
        out.writeShort(window.result().logProbabilities().length);
        for (double value : window.result().logProbabilities()) {
          out.writeDouble(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("nothing fails in memory", e);
    }
    return bytes.toByteArray();
  }

  /** What was stored; empty if it is of another version or does not hold together. */
  static Optional<StoredScores> read(byte[] blob) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(blob))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      DecodeReport report = ReportBytes.read(in);
      int whole = in.readInt();
      int count = in.readInt();
      List<StoredScores.Window> windows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        windows.add(window(in));
      }
      return Optional.of(new StoredScores(report, whole, windows));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static StoredScores.Window window(DataInputStream in) throws IOException {
    double start = in.readDouble();
    double end = in.readDouble();
    double music = in.readDouble();
    double[] values = new double[in.readUnsignedShort()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readDouble();
    }
    return new StoredScores.Window(start, end, new WindowResult(values, music));
  }
}
