package org.tonearm.listing.sqlite;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostException;

class BackupTest {
  private static final Path DATABASE = Path.of("library.sqlite");

  @Test
  void asksForRoomForACopyAndAJournal() throws HostException {
    Backup.requireRoom(DATABASE, 5_000_000, 10_000_000);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> Backup.requireRoom(DATABASE, 5_000_000, 9_999_999))
        .withMessageContaining("10 MiB are needed")
        .extracting(HostException::code)
        .isEqualTo("target-io");
  }
}
