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
  /** Answers to the labels' question alone. */
  private static final int LABELS = 1;

  /** Answers about sub-genres behind those of each window. Later versions are as good as none. */
  private static final int SUBGENRES = 2;

  private ScoresBlob() {}

  static byte[] of(StoredScores scores) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean further = scores.results().stream().anyMatch(result -> result.further().length > 0);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(further ? SUBGENRES : LABELS);
      ReportBytes.write(out, scores.report());
      out.writeInt(scores.wholeWindows());
      out.writeInt(scores.windows().size());
      for (StoredScores.Window window : scores.windows()) {
        out.writeDouble(window.startSeconds());
        out.writeDouble(window.endSeconds());
        out.writeDouble(window.result().music());
        write(out, window.result().logProbabilities());
        if (further) {
          write(out, window.result().further());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("nothing fails in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, double[] values) throws IOException {
    out.writeShort(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  /** What was stored; empty if it is of another version or does not hold together. */
  static Optional<StoredScores> read(byte[] blob) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(blob))) {
      int version = in.readByte();
      if (version < LABELS || version > SUBGENRES) {
        return Optional.empty();
      }
      DecodeReport report = ReportBytes.read(in);
      int whole = in.readInt();
      int count = in.readInt();
      List<StoredScores.Window> windows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        windows.add(window(in, version));
      }
      return Optional.of(new StoredScores(report, whole, windows));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static StoredScores.Window window(DataInputStream in, int version) throws IOException {
    double start = in.readDouble();
    double end = in.readDouble();
    double music = number(in);
    double[] labels = values(in);
    double[] further = version == SUBGENRES ? values(in) : new double[0];
    return new StoredScores.Window(start, end, new WindowResult(labels, music, further));
  }

  private static double[] values(DataInputStream in) throws IOException {
    double[] values = new double[in.readUnsignedShort()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(in);
    }
    return values;
  }

  /** Scores that are no numbers, which an earlier build could store, are as good as none. */
  private static double number(DataInputStream in) throws IOException {
    double value = in.readDouble();
    if (Double.isNaN(value)) {
      throw new IOException("not a number");
    }
    return value;
  }
}
