package org.tonearm.library.index;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.audio.DecodeReport;

/** How a decoding went, as bytes. */
final class ReportBytes {
  private ReportBytes() {}

  static void write(DataOutputStream out, DecodeReport report) throws IOException {
    out.writeLong(report.samples());
    out.writeDouble(report.durationSeconds());
    out.writeBoolean(report.complete());
    out.writeUTF(report.format());
    out.writeShort(report.warnings().size());
    for (String warning : report.warnings()) {
      out.writeUTF(warning);
    }
  }

  static DecodeReport read(DataInputStream in) throws IOException {
    long samples = in.readLong();
    double seconds = in.readDouble();
    boolean complete = in.readBoolean();
    String format = in.readUTF();
    List<String> warnings = new ArrayList<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      warnings.add(in.readUTF());
    }
    return new DecodeReport(samples, seconds, complete, format, warnings);
  }
}
