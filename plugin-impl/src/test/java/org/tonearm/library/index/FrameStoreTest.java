package org.tonearm.library.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;

final class FrameStoreTest {
  static final long BOUND = 64 * 1024;
  private static final int DIMENSIONS = 8;
  private static final DecodeReport REPORT =
      new DecodeReport(22_050, 1.5, false, "mp3", List.of("A warning."));

  @TempDir Path folder;

  @Test
  void playsFramesBitByBit() {
    FrameStore store = new FrameStore(folder, BOUND);
    float[] odd = {1e-40f, -0f, Float.MAX_VALUE, 0.1f, 3, -5.5f, Float.MIN_VALUE, 1f / 3};
    try (FrameRecording recording = store.record(key("a"), DIMENSIONS)) {
      recording.begin(0);
      recording.frame(odd);
      recording.frame(new float[DIMENSIONS]);
      recording.begin(61.25);
      recording.frame(odd);
      recording.commit(REPORT);
    }
    Played played = new Played();
    assertThat(store.play(key("a"), played)).contains(REPORT);
    assertThat(played.stretches).containsExactly("0.0 at 0", "61.25 at 2");
    assertThat(played.frames.get(0)).containsExactly(odd);
    assertThat(played.frames.get(2)).containsExactly(odd);
    assertThat(played.frames).hasSize(3);
  }

  @Test
  void anEntryIsOfOneAudioExtractorAndChoiceOfParts() {
    FrameStore store = new FrameStore(folder, BOUND);
    store(store, key("a"), 5);
    FrameKey key = key("a");
    assertThat(store.play(new FrameKey(key.fingerprint(), "a2", key.excerpts()), new Played()))
        .isEmpty();
    assertThat(
            store.play(
                new FrameKey(key.fingerprint(), key.extractor(), new Excerpts(2)), new Played()))
        .isEmpty();
    assertThat(store.play(key("b"), new Played())).isEmpty();
  }

  @Test
  void whatIsNotCommittedIsNotThere() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    try (FrameRecording recording = store.record(key("a"), DIMENSIONS)) {
      recording.begin(0);
      recording.frame(new float[DIMENSIONS]);
    }
    assertThat(store.play(key("a"), new Played())).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void offKeepsNothing() throws IOException {
    FrameStore store = new FrameStore(folder, 0);
    store(store, key("a"), 5);
    assertThat(store.play(key("a"), new Played())).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void everyDamageIsNoticedAndRemoved() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      store(store, key("a"), 6);
      Path entry = files().get(0);
      byte[] bytes = Files.readAllBytes(entry);
      if (i % 4 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(entry, bytes);
      Played played = new Played();
      assertThat(store.play(key("a"), played)).isEmpty();
      assertThat(played.frames).isEmpty();
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void staysBelowItsBoundAndKeepsWhatWasUsedLast() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    for (int i = 0; i < 100; i++) {
      store(store, key("e" + i), 50);
      age(Duration.ofDays(1));
      if (i > 0) {
        assertThat(store.play(key("e0"), new Played())).as("used all the time").isPresent();
      }
      assertThat(bytes()).isLessThanOrEqualTo(BOUND);
    }
    assertThat(store.play(key("e99"), new Played())).isPresent();
    assertThat(store.play(key("e1"), new Played())).isEmpty();
    assertThat(bytes()).isGreaterThan(BOUND / 2);
  }

  @Test
  void aFullOneTakesNothingWhileAllOfItIsInUse() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    for (int i = 0; i < 100; i++) {
      store(store, key("e" + i), 50);
    }
    List<Path> first = files();
    assertThat(bytes()).isBetween(BOUND / 2, BOUND);
    assertThat(store.play(key("e0"), new Played())).isPresent();
    assertThat(store.play(key("e99"), new Played())).isEmpty();
    store(new FrameStore(folder, BOUND), key("next"), 50);
    assertThat(files()).containsExactlyInAnyOrderElementsOf(first);

    age(Duration.ofDays(8));
    assertThat(store.play(key("e0"), new Played())).isPresent();
    store(new FrameStore(folder, BOUND), key("next"), 50);
    assertThat(store.play(key("next"), new Played())).isPresent();
    assertThat(store.play(key("e0"), new Played())).isPresent();
    assertThat(first).anyMatch(Files::notExists);
  }

  @Test
  void entriesOfAClockThatWasWrongMakeRoom() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    for (int i = 0; i < 100; i++) {
      store(store, key("e" + i), 50);
    }
    age(Duration.ofDays(-4000));
    store(new FrameStore(folder, BOUND), key("next"), 50);
    assertThat(store.play(key("next"), new Played())).isPresent();
  }

  @Test
  void aSmallerBoundHoldsAtOnce() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    for (int i = 0; i < 100; i++) {
      store(store, key("e" + i), 50);
    }
    store(new FrameStore(folder, BOUND / 2), key("next"), 50);
    assertThat(bytes()).isLessThanOrEqualTo(BOUND / 2);
  }

  @Test
  void aTrackLongerThanAllOthersTogetherIsNotKept() throws IOException {
    FrameStore store = new FrameStore(folder, BOUND);
    store(store, key("small"), 50);
    store(store, key("long"), 5000);
    assertThat(store.play(key("long"), new Played())).isEmpty();
    assertThat(store.play(key("small"), new Played())).isPresent();
    assertThat(files()).hasSize(1);
  }

  @Test
  void aKillLeavesNoHalfEntry() throws Exception {
    Process other = IndexProcess.start("half", folder);
    assertThat(other.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("half");
    other.destroyForcibly().waitFor();
    FrameStore store = new FrameStore(folder, BOUND);
    assertThat(store.play(key("whole"), new Played())).isPresent();
    assertThat(store.play(key("half"), new Played())).isEmpty();
    Path left =
        files().stream()
            .filter(p -> p.toString().endsWith(FrameEviction.PARTIAL))
            .findFirst()
            .orElseThrow();
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    store(store, key("next"), 50);
    assertThat(left).doesNotExist();
  }

  @Test
  void twoProcessesKeepTheBoundTogether() throws Exception {
    Process other = IndexProcess.start("frames", folder);
    FrameStore store = new FrameStore(folder, BOUND);
    try {
      for (int i = 0; i < 40 || other.isAlive(); i++) {
        store(store, key("here" + i), 50);
        store.play(key("there" + i % 40), new Played());
        assertThat(bytes()).isLessThanOrEqualTo(BOUND);
      }
      assertThat(other.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(other.exitValue()).isZero();
    } finally {
      other.destroyForcibly();
    }
    assertThat(files()).noneMatch(p -> p.toString().endsWith(FrameEviction.PARTIAL));
    assertThat(bytes()).isLessThanOrEqualTo(BOUND);
  }

  static void store(FrameStore store, FrameKey key, int frames) {
    try (FrameRecording recording = store.record(key, DIMENSIONS)) {
      recording.begin(0);
      for (int i = 0; i < frames; i++) {
        recording.frame(new float[] {i, 1, 2, 3, 4, 5, 6, 7});
      }
      recording.commit(REPORT);
    }
  }

  static FrameKey key(String audio) {
    return new FrameKey(LibraryIndexTest.fingerprint(audio.hashCode()), "a1", Excerpts.WHOLE);
  }

  /** Makes all entries older, so that the order of use does not hang on the clock's steps. */
  private void age(Duration by) throws IOException {
    for (Path file : files()) {
      FileTime time = Files.getLastModifiedTime(file);
      Files.setLastModifiedTime(file, FileTime.from(time.toInstant().minus(by)));
    }
  }

  private long bytes() throws IOException {
    long total = 0;
    for (Path file : files()) {
      try {
        total += Files.size(file);
      } catch (IOException e) {
        // The other process was quicker.
      }
    }
    return total;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private static final class Played implements FrameStore.Sink {
    final List<String> stretches = new ArrayList<>();
    final List<float[]> frames = new ArrayList<>();

    @Override
    public void begin(double startSeconds) {
      stretches.add(startSeconds + " at " + frames.size());
    }

    @Override
    public void frame(float[] frame) {
      frames.add(frame);
    }
  }
}
