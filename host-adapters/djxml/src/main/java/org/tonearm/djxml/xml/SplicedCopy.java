package org.tonearm.djxml.xml;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** A copy of a file with some stretches replaced. */
public final class SplicedCopy {
  private SplicedCopy() {}

  /**
   * Copies, and waits until the copy is on the disk.
   *
   * @param target must not exist
   * @param splices in any order, none within another; those at one place keep their order
   * @param charset encoding of the file
   */
  public static void write(Path source, Path target, List<Splice> splices, Charset charset)
      throws IOException {
    List<Splice> sorted = splices.stream().sorted(Comparator.comparingLong(Splice::start)).toList();
    try (FileChannel in = FileChannel.open(source);
        FileChannel out =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long done = 0;
      for (Splice splice : sorted) {
        if (splice.start() < done || splice.end() < splice.start()) {
          throw new IllegalArgumentException("splices within each other");
        }
        copy(in, done, splice.start(), out);
        ByteBuffer bytes = charset.encode(splice.text());
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        done = splice.end();
      }
      copy(in, done, in.size(), out);
      out.force(true);
    }
  }

  private static void copy(FileChannel in, long start, long end, FileChannel out)
      throws IOException {
    long done = start;
    while (done < end) {
      long copied = in.transferTo(done, end - done, out);
      if (copied <= 0) {
        throw new EOFException("the file became shorter");
      }
      done += copied;
    }
  }
}
