package org.tonearm.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.ConfigurationException;
import org.tonearm.run.TrackStatus;

final class WatchTest {
  private static final int MANY = 10_000;

  @TempDir Path folder;
  private WatchBench bench;

  @BeforeEach
  void begins() {
    bench = new WatchBench(folder);
  }

  @Test
  void beginsWithWhatCameWhileNobodyWatched() throws Exception {
    Path one = bench.old("a/one.mp3");
    bench.settle();
    assertThat(bench.tagged).containsExactly(one);
  }

  @Test
  void afterARestartTakesWhatCameMeanwhileAndTheRestCostsNoWrite() throws Exception {
    Path one = bench.old("one.mp3");
    bench.settle();
    Path two = bench.old("two.mp3");
    bench.writes = false; // The run finds both full.
    bench.start(List.of(), Optional.empty());
    bench.settle();
    assertThat(bench.tagged).containsExactly(one, one, two);
    assertThat(bench.board.status().tracks()).containsEntry(TrackStatus.UNCHANGED, 2);
    bench.looksAgain();
    assertThat(bench.tagged).hasSize(3);
  }

  /** The first look may take hours. */
  @Test
  void aLookThroughAllMakesWayForWhatComesMeanwhile() throws Exception {
    for (String name : List.of("one.mp3", "three.mp3", "two.mp3")) {
      bench.fresh(name);
    }
    bench.old = Duration.ofHours(2);
    bench.between =
        () -> {
          if (bench.tagged.isEmpty()) {
            bench.pass(Duration.ofMinutes(11));
            bench.events.tell(folder.resolve("download.mp3"));
          }
        };
    bench.step();
    assertThat(bench.tagged).hasSize(1);
    bench.fresh("download.mp3");
    bench.step();
    assertThat(bench.tagged).hasSize(1);
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).hasSize(4).doesNotHaveDuplicates();
    assertThat(bench.tagged.get(1)).isEqualTo(folder.resolve("download.mp3"));
    assertThat(bench.runs).containsExactly(1, 3);
  }

  @Test
  void waitsUntilAFileHasStoppedGrowing() throws Exception {
    bench.step();
    Path file = bench.fresh("song.mp3");
    bench.events.tell(file);
    bench.step();
    for (int i = 0; i < 4; i++) {
      Files.writeString(file, "more", StandardOpenOption.APPEND);
      bench.later(WatchBench.SETTLE);
      assertThat(bench.tagged).isEmpty();
    }
    bench.later(WatchBench.SETTLE.minusMillis(1));
    assertThat(bench.tagged).isEmpty();
    bench.later(Duration.ofMillis(1));
    assertThat(bench.tagged).containsExactly(file);
  }

  @Test
  void waitsAsLongAsAnotherProgramHasTheFileOpenToWrite() throws Exception {
    bench.step();
    Path file = bench.fresh("stalled.mp3");
    bench.open.add(file);
    bench.events.tell(file);
    bench.settle();
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).isEmpty();
    bench.open.clear();
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).containsExactly(file);
  }

  @Test
  void aDownloadIsTakenUnderItsLastName() throws Exception {
    bench.step();
    for (String passing : List.of("a.mp3.part", "b.mp3.crdownload", "c.tmp", ".d.mp3")) {
      bench.events.tell(bench.fresh(passing));
      bench.step();
    }
    // Firefox keeps the place with an empty file.
    Path place = Files.createFile(folder.resolve("a.mp3"));
    bench.events.tell(place);
    bench.settle();
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).isEmpty();
    Files.delete(place);
    Path whole = Files.move(folder.resolve("a.mp3.part"), place);
    bench.events.tell(whole);
    bench.settle();
    assertThat(bench.tagged).containsExactly(whole);
  }

  @Test
  void theOwnWriteIsNoNewsAndAnothersIs() throws Exception {
    bench.step();
    Path file = bench.fresh("song.mp3");
    bench.events.tell(file);
    bench.settle();
    bench.settle();
    bench.later(WatchBench.SETTLE);
    bench.looksAgain();
    assertThat(bench.tagged).containsExactly(file);
    Files.writeString(file, "another song", StandardOpenOption.APPEND);
    bench.events.tell(file);
    bench.settle();
    assertThat(bench.tagged).containsExactly(file, file);
  }

  @Test
  void whatWasLostInAnOverflowIsFound() throws Exception {
    bench.step();
    Path file = bench.fresh("deep/er/song.mp3");
    bench.settle();
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).isEmpty(); // Nothing was told of it.
    bench.events.overflow(folder);
    bench.settle();
    assertThat(bench.tagged).containsExactly(file);
  }

  @Test
  void eachFileOfABurstIsTaggedOnce() throws Exception {
    bench.writes = false;
    bench.step();
    for (int i = 0; i < MANY; i++) {
      bench.events.tell(bench.fresh(i + ".mp3"));
      bench.step();
    }
    bench.events.overflow(folder);
    bench.settle();
    assertThat(bench.tagged).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(bench.runs).hasSizeLessThan(10);
  }

  @Test
  void whatComesInQuietHoursIsTaggedAfterThem() throws Exception {
    bench.start(List.of(), Optional.of(QuietHours.parse("22:00-07:00")));
    bench.time = LocalTime.of(23, 0);
    Path before = bench.old("before.mp3");
    bench.settle();
    Path during = bench.fresh("during.mp3");
    bench.events.tell(during);
    bench.settle();
    assertThat(bench.tagged).isEmpty();
    assertThat(bench.board.status().doing()).isEqualTo(WatchStatus.Doing.QUIET);
    bench.time = LocalTime.of(7, 0);
    bench.settle();
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).containsExactlyInAnyOrder(before, during);
  }

  @Test
  void quietHoursEndARunAndItsRestComesAfterThem() throws Exception {
    bench.start(List.of(), Optional.of(QuietHours.parse("22:00-07:00")));
    bench.step();
    for (int i = 0; i < 5; i++) {
      bench.events.tell(bench.fresh(i + ".mp3"));
    }
    for (int i = 0; i < 5; i++) {
      bench.step();
    }
    bench.between =
        () -> {
          if (bench.tagged.size() == 1) {
            bench.time = LocalTime.MIDNIGHT;
          }
        };
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).hasSize(2);
    bench.time = LocalTime.NOON;
    bench.between = () -> {};
    bench.settle();
    assertThat(bench.tagged).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatFailsIsTriedAgain() throws Exception {
    Path file = bench.old("song.mp3");
    bench.broken = true;
    bench.settle();
    assertThat(bench.problems).containsExactly("The journal is full.");
    assertThat(bench.board.status().problem()).contains("The journal is full.");
    bench.broken = false;
    bench.settle();
    assertThat(bench.tagged).isEmpty();
    bench.later(Duration.ofMinutes(1));
    bench.settle();
    assertThat(bench.tagged).containsExactly(file);
  }

  @Test
  void whenNoRunCanBeMadeForOverAnHourItEnds() throws Exception {
    bench.old("song.mp3");
    bench.broken = true;
    bench.settle();
    for (int minutes = 1; minutes < 32; minutes *= 2) {
      bench.later(Duration.ofMinutes(minutes).minusSeconds(1));
      int before = bench.problems.size();
      bench.later(Duration.ofSeconds(1));
      assertThat(bench.problems).hasSize(before + 1);
    }
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> bench.later(Duration.ofMinutes(32)))
        .satisfies(e -> assertThat(e.code()).isEqualTo("journal-io"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-space", "decoder-timeout", "changed-meanwhile"})
  void aFileThatFailedForAPassingReasonIsTriedAgainAfterLongerAndLongerPauses(String code)
      throws Exception {
    Path file = bench.old("song.mp3");
    bench.code = code;
    bench.settle();
    assertThat(bench.tagged).hasSize(1);
    for (int minutes = 1; minutes <= 4; minutes *= 2) {
      int before = bench.tagged.size();
      bench.later(Duration.ofMinutes(minutes).minusSeconds(20));
      bench.later(WatchBench.SETTLE);
      assertThat(bench.tagged).hasSize(before);
      bench.later(Duration.ofSeconds(15));
      bench.later(WatchBench.SETTLE);
      assertThat(bench.tagged).hasSize(before + 1);
    }
    bench.code = "";
    bench.later(Duration.ofMinutes(8));
    bench.later(WatchBench.SETTLE);
    bench.settle();
    int done = bench.tagged.size();
    assertThat(bench.tagged).containsOnly(file).hasSize(5);
    bench.later(Duration.ofHours(12));
    bench.settle();
    assertThat(bench.tagged).hasSize(done);
  }

  @Test
  void aFileThatFailedForAReasonOfItsOwnWaitsUntilItChanges() throws Exception {
    Path file = bench.old("song.mp3");
    bench.code = "broken";
    bench.settle();
    bench.later(Duration.ofHours(12));
    bench.settle();
    assertThat(bench.tagged).hasSize(1);
    Files.writeString(file, "whole", StandardOpenOption.APPEND);
    bench.events.tell(file);
    bench.settle();
    assertThat(bench.tagged).hasSize(2);
  }

  @Test
  void aFileWhoseDriveWasAwayIsTriedWhenItIsBack() throws Exception {
    Path file = bench.old("drive/song.mp3");
    bench.code = "unreadable";
    bench.settle();
    Path away = Files.move(file.getParent(), folder.resolve(".away"));
    bench.later(Duration.ofMinutes(1));
    bench.settle();
    bench.code = "";
    Files.move(away, file.getParent());
    bench.later(Duration.ofMinutes(2));
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).hasSize(2);
  }

  @Test
  void doNotTouchHoldsForNamesAndPaths() throws Exception {
    bench.start(List.of("*live*", folder + "/samples/**"), Optional.empty());
    bench.old("live at home.mp3");
    bench.events.tell(bench.old("samples/kick/one.mp3"));
    Path other = bench.old("other.mp3");
    bench.settle();
    bench.later(WatchBench.SETTLE);
    assertThat(bench.tagged).containsExactly(other);
  }

  @Test
  void nothingIsBegunAfterAStop() throws Exception {
    bench.old("song.mp3");
    bench.stopped = true;
    bench.settle();
    assertThat(bench.tagged).isEmpty();
  }
}
