package org.tonearm.tag.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanFileWriterTest {
  @TempDir Path folder;

  @Test
  void aPlanThatLacksATrackIsNotCompletedThoughTheDiskHasRoomAgain() throws Exception {
    Path file = folder.resolve("plan.json");
    PlannedTrack track =
        new PlannedTrack(
            folder.resolve("a.mp3"), "unchanged", "", 1, List.of(), List.of(), Optional.empty());
    FullOnce disk = new FullOnce();
    try (PlanFileWriter plan =
        new PlanFileWriter(file, folder.resolve("plan.json.unfinished"), disk)) {
      plan.add(track);
      disk.full = true;
      assertThatThrownBy(() -> plan.add(track)).isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(() -> plan.add(track)).isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(plan::complete)
          .isInstanceOf(PlanFileException.class)
          .hasMessageContaining("No space left");
    }
    assertThat(file).doesNotExist();
  }

  /** A disk that is full for one write. */
  private static final class FullOnce extends FilterWriter {
    boolean full;

    FullOnce() {
      super(new StringWriter());
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      if (full) {
        full = false;
        throw new IOException("No space left on device");
      }
      super.write(text, from, length);
    }
  }
}
