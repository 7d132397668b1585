package org.tonearm.spark.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataOutputStream;

/** A file that grows on HDFS, which can be told to put what was written on its disks. */
final class StreamNotes implements NoteSink {
  private final FSDataOutputStream out;

  StreamNotes(FSDataOutputStream out) {
    this.out = out;
  }

  @Override
  public void append(String line, boolean durable) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    if (durable) {
      out.hsync();
    } else {
      out.hflush();
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
