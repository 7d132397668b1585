package org.tonearm.standalone;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where results go, as UTF-8. Remembers why some of them could not be written, of which a {@link
 * PrintStream} says only that.
 */
final class ResultStream extends PrintStream {
  private final Noting noting;

  ResultStream(OutputStream out) {
    this(new Noting(out));
  }

  private ResultStream(Noting noting) {
    super(noting, true, StandardCharsets.UTF_8);
    this.noting = noting;
  }

  /** What went wrong first; empty if all was written. */
  Optional<IOException> fault() {
    return checkError() ? Optional.ofNullable(noting.fault) : Optional.empty();
  }

  private static final class Noting extends FilterOutputStream {
    private volatile IOException fault;

    Noting(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      noted(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      noted(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
      noted(out::flush);
    }

    private void noted(Writing writing) throws IOException {
      try {
        writing.go();
      } catch (IOException e) {
        if (fault == null) {
          fault = e;
        }
        throw e;
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void go() throws IOException;
  }
}
