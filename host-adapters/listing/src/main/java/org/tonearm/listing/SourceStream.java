package org.tonearm.listing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is copied: what fails here is a {@link SourceFault}. Confined to one thread. */
public final class SourceStream extends FilterInputStream {

  SourceStream(InputStream in) {
    super(in);
  }

  /** From its beginning. */
  public static SourceStream of(Path file) throws SourceFault {
    try {
      return new SourceStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw new SourceFault(e);
    }
  }

  @Override
  public int read() throws SourceFault {
    try {
      return super.read();
    } catch (IOException e) {
      throw new SourceFault(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws SourceFault {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new SourceFault(e);
    }
  }
}
