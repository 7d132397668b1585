package org.tonearm.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class SourceStreamTest {

  @Test
  void tellsWhichSideOfACopyFailed() throws IOException {
    IOException gone = new IOException("the drive is gone");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw gone;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw gone;
          }
        };
    try (SourceStream source = new SourceStream(broken)) {
      assertThatExceptionOfType(SourceFault.class).isThrownBy(source::read);
      assertThatExceptionOfType(SourceFault.class)
          .isThrownBy(() -> source.transferTo(OutputStream.nullOutputStream()))
          .withMessage("the drive is gone")
          .satisfies(e -> assertThat(e.getCause()).isSameAs(gone));
    }
  }
}
