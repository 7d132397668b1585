package org.tonearm.tag.planfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagProfile;

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

  /** {@code tonearm plan -o *.mp3} names a track where the plan should go. */
  @Test
  void noOtherFileIsEverReplaced() throws Exception {
    Path track = Files.writeString(folder.resolve("song.mp3"), "music");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), track);
    Path directory = Files.createDirectory(folder.resolve("plan"));
    for (Path file : List.of(track, link, directory)) {
      assertThatThrownBy(() -> PlanFileWriter.create(file, header()))
          .isInstanceOfSatisfying(
              PlanFileException.class, e -> assertThat(e.code()).isEqualTo("target-exists"))
          .hasMessageContaining(file.toString());
    }
    assertThat(track).hasContent("music");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("song.mp3", "link.json", "plan");
  }

  @Test
  void aFileThatAppearedMeanwhileStays() throws Exception {
    Path file = folder.resolve("plan.json");
    try (PlanFileWriter plan = PlanFileWriter.create(file, header())) {
      Files.writeString(file, "another's");
      assertThatThrownBy(plan::complete)
          .isInstanceOfSatisfying(
              PlanFileException.class, e -> assertThat(e.code()).isEqualTo("target-exists"));
    }
    assertThat(file).hasContent("another's");
    assertThat(folder.toFile().list()).containsExactly("plan.json");
  }

  @Test
  void anOlderPlanOrAnEmptyFileIsReplaced() throws Exception {
    Path older = folder.resolve("older.json");
    write(older);
    byte[] plan = Files.readAllBytes(older);
    Path empty = Files.createFile(folder.resolve("empty.json"));
    Path edited =
        Files.writeString(
            folder.resolve("edited.json"),
            "{\n  \"format\" : \"tonearm-plan\",\n  \"version\" : 1");
    for (Path file : List.of(older, empty, edited)) {
      write(file);
      assertThat(file).hasBinaryContent(plan);
    }
  }

  @Test
  void ofTwoPlansOfOneNameTheOneThatEndsLastPrevailsWhole() throws Exception {
    Path file = folder.resolve("plan.json");
    try (PlanFileWriter first = PlanFileWriter.create(file, header());
        PlanFileWriter second = PlanFileWriter.create(file, header())) {
      first.add(track("a.mp3"));
      second.add(track("b.mp3"));
      first.complete();
      second.add(track("c.mp3"));
      second.complete();
    }
    try (PlanFile plan = PlanFile.open(file)) {
      assertThat(plan.next().orElseThrow().path()).hasFileName("b.mp3");
      assertThat(plan.next().orElseThrow().path()).hasFileName("c.mp3");
      assertThat(plan.next()).isEmpty();
    }
    assertThat(folder.toFile().list()).containsExactly("plan.json");
  }

  private PlannedTrack track(String name) {
    return new PlannedTrack(
        folder.resolve(name), "unchanged", "", 1, List.of(), List.of(), Optional.empty());
  }

  private static PlanHeader header() {
    return new PlanHeader(Instant.EPOCH, "tonearm plan", TagProfile.DEFAULT);
  }

  private static void write(Path file) throws Exception {
    try (PlanFileWriter plan = PlanFileWriter.create(file, header())) {
      plan.complete();
    }
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
