package org.tonearm.djxml.xml;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.tonearm.listing.SourceFault;
import org.tonearm.listing.SourceStream;

/** A copy of a file with some stretches replaced. */
public final class SplicedCopy {
  private static final int BUFFER = 1 << 16;

  private SplicedCopy() {}

  /**
   * Copies, and waits until the copy is on the disk.
   *
   * @param target must not exist
   * @param splices in any order, none within another; those at one place keep their order
   * @param charset encoding of the file
   * @throws SourceFault if the source can't be read, or is too short for a splice
   * @throws IOException if the target can't be written
   */
  public static void write(Path source, Path target, List<Splice> splices, Charset charset)
      throws IOException {
    List<Splice> sorted = splices.stream().sorted(Comparator.comparingLong(Splice::start)).toList();
    try (InputStream in = SourceStream.of(source);
        FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      long done = 0;
      for (Splice splice : sorted) {
        if (splice.start() < done || splice.end() < splice.start()) {
          throw new IllegalArgumentException("splices within each other");
        }
        copy(in, splice.start() - done, out);
        ByteBuffer bytes = charset.encode(splice.text());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        copy(in, splice.end() - splice.start(), OutputStream.nullOutputStream());
        done = splice.end();
      }
      in.transferTo(out);
      channel.force(true);
    }
  }

  private static void copy(InputStream in, long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[(int) Math.min(length, BUFFER)];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, BUFFER));
      if (read < 0) {
        throw new SourceFault(new EOFException("the file became shorter"));
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
