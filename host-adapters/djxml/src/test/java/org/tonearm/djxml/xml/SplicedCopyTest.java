package org.tonearm.djxml.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.listing.SourceFault;

final class SplicedCopyTest {
  @TempDir Path temp;
  private Path source;
  private Path target;

  @BeforeEach
  void makeSource() throws IOException {
    source = Files.writeString(temp.resolve("source"), "a<b>c".repeat(40_000));
    target = temp.resolve("target");
  }

  @Test
  void replacesStretches() throws IOException {
    int last = 5 * 39_999;
    SplicedCopy.write(
        source,
        target,
        List.of(new Splice(last, last + 5, ""), new Splice(1, 4, "\u266b"), new Splice(0, 0, "x")),
        UTF_8);
    assertThat(target).hasContent("xa\u266bc" + "a<b>c".repeat(39_998));
  }

  @Test
  void tellsFaultsOfTheSourceFromThoseOfTheTarget() throws IOException {
    List<Splice> beyond = List.of(new Splice(200_001, 200_002, "x"));
    assertThatExceptionOfType(SourceFault.class)
        .isThrownBy(() -> SplicedCopy.write(source, target, beyond, UTF_8))
        .withMessageContaining("shorter");
    assertThatExceptionOfType(SourceFault.class)
        .isThrownBy(
            () -> SplicedCopy.write(temp.resolve("gone"), temp.resolve("t"), List.of(), UTF_8));
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> SplicedCopy.write(source, target, List.of(), UTF_8));
  }
}
