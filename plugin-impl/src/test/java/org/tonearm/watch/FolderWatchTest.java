package org.tonearm.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FolderWatchTest {
  private static final FolderWatch.Services SYSTEM =
      () -> FileSystems.getDefault().newWatchService();
  private static final Mounts LOCAL = folder -> Optional.empty();

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private RootKeys keys = RootKeys.ofSystem();
  private long nanos;

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void tellsOfFilesInFoldersThatComeAndOfRenames() throws Exception {
    try (FolderWatch watch = open(Optional.empty(), LOCAL, SYSTEM)) {
      assertThat(told).isEmpty();
      assertThat(watch.ways()).containsExactly(folder + ": by events");
      Path deep = Files.createDirectories(folder.resolve("a/b/c")).resolve("one.mp3");
      Files.writeString(deep, "audio");
      until(watch, deep);
      Path part = Files.writeString(folder.resolve("a/two.mp3.part"), "audio");
      Path two = Files.move(part, folder.resolve("a/two.mp3"));
      until(watch, two);
      Path album = Files.move(folder.resolve("a/b"), folder.resolve("album"));
      until(watch, album.resolve("c/one.mp3"));
      Path late = Files.writeString(album.resolve("c/late.mp3"), "audio");
      until(watch, late);
    }
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void saysWhenEventsWereLostAndGoesOn() throws Exception {
    try (FolderWatch watch = open(Optional.empty(), LOCAL, SYSTEM)) {
      // Java keeps 512 events for a folder, and then says that some are lost.
      for (int i = 0; i < 2000; i++) {
        Files.writeString(folder.resolve(i + ".mp3"), "audio");
      }
      Set<Path> again = new HashSet<>();
      while (again.isEmpty()) {
        again.addAll(watch.await(Duration.ofMillis(100)).again());
      }
      assertThat(again).containsExactly(folder);
      until(watch, Files.writeString(folder.resolve("late.mp3"), "audio"));
    }
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void aLinkThatLeadsBackIsFollowedOnce() throws Exception {
    Files.createDirectories(folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    try (FolderWatch watch = open(Optional.empty(), LOCAL, SYSTEM)) {
      until(watch, Files.writeString(folder.resolve("a/one.mp3"), "audio"));
    }
  }

  @Test
  void networkDrivesAreLookedThroughNowAndThen() throws Exception {
    try (FolderWatch watch = open(Optional.empty(), root -> Optional.of("nfs4"), SYSTEM)) {
      assertThat(told).singleElement().asString().contains("network drive, nfs4", "every 60 s");
      assertThat(watch.await(Duration.ZERO).none()).isTrue();
      nanos += FolderWatch.USUAL_POLL.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(folder);
      assertThat(watch.await(Duration.ZERO).none()).isTrue();
    }
  }

  @Test
  void allFoldersAreWhenAsked() throws Exception {
    try (FolderWatch watch = open(Optional.of(Duration.ofSeconds(7)), LOCAL, SYSTEM)) {
      nanos += Duration.ofSeconds(7).toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(folder);
    }
  }

  @Test
  void withoutWatchesItPollsAndSaysSo() throws Exception {
    FolderWatch.Services none =
        () -> {
          throw new IOException("User limit of inotify instances reached or too many open files");
        };
    try (FolderWatch watch = open(Optional.empty(), LOCAL, none)) {
      assertThat(told).anyMatch(line -> line.contains("fs.inotify.max_user_watches"));
      assertThat(watch.ways()).singleElement().asString().contains("no more watches");
      nanos += FolderWatch.USUAL_POLL.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(folder);
    }
  }

  @Test
  void knowsHowJavaSaysThatWatchesAreGone() {
    assertThat(FolderEvents.exhausted(new IOException("User limit of inotify watches reached")))
        .isTrue();
    assertThat(FolderEvents.exhausted(new IOException("No space left on device"))).isTrue();
    assertThat(FolderEvents.exhausted(new IOException("Permission denied"))).isFalse();
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void aFolderThatGoesIsLookedForUntilItIsBack() throws Exception {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    try (FolderWatch watch =
        FolderWatch.open(List.of(drive), Optional.empty(), told::add, machine(LOCAL, SYSTEM))) {
      Files.delete(drive);
      while (told.isEmpty()) {
        watch.await(Duration.ofMillis(100));
      }
      assertThat(told).singleElement().asString().contains("taken away");
      nanos += FolderWatch.USUAL_POLL.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(drive);
    }
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void aFolderThatComesBackIsWatchedByEventsAgain() throws Exception {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    Files.createDirectory(drive.resolve("album"));
    try (FolderWatch watch =
        FolderWatch.open(List.of(drive), Optional.empty(), told::add, machine(LOCAL, SYSTEM))) {
      Path away = Files.move(drive, folder.resolve("away"));
      nanos += FolderWatch.ROOT_CHECK.toNanos();
      watch.await(Duration.ZERO);
      assertThat(told).singleElement().asString().contains("taken away");
      Files.writeString(away.resolve("album/elsewhere.mp3"), "audio");
      Files.move(away, drive);
      nanos += FolderWatch.ROOT_CHECK.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(drive);
      assertThat(told).last().asString().contains("is there now");
      assertThat(watch.ways()).containsExactly(drive + ": by events");
      until(watch, Files.writeString(drive.resolve("album/one.mp3"), "audio"));
    }
  }

  @Test
  @Timeout(60)
  @EnabledOnOs(OS.LINUX)
  void anotherFolderOfTheNameTakesThePlaceOfTheFirst() throws Exception {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    try (FolderWatch watch =
        FolderWatch.open(List.of(drive), Optional.empty(), told::add, machine(LOCAL, SYSTEM))) {
      Path old = Files.move(drive, folder.resolve("old"));
      Files.createDirectory(drive);
      nanos += FolderWatch.ROOT_CHECK.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(drive);
      assertThat(told).singleElement().asString().contains("another folder than before");
      Files.writeString(old.resolve("old.mp3"), "audio");
      Set<Path> files = new HashSet<>();
      Path one = Files.writeString(drive.resolve("one.mp3"), "audio");
      while (!files.contains(one)) {
        files.addAll(watch.await(Duration.ofMillis(100)).files());
      }
      assertThat(files).containsExactly(one);
    }
  }

  @Test
  void aDriveThatIsMountedOverAFolderIsNoticed() throws Exception {
    List<String> kinds = new ArrayList<>();
    Mounts mounts = root -> kinds.stream().findFirst();
    keys = root -> Optional.of("local");
    try (FolderWatch watch = open(Optional.empty(), mounts, SYSTEM)) {
      kinds.add("nfs4");
      keys = root -> Optional.of("mounted");
      assertThat(watch.await(Duration.ZERO).none()).isTrue(); // It is not yet time to look.
      nanos += FolderWatch.ROOT_CHECK.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(folder);
      assertThat(watch.ways()).singleElement().asString().contains("network drive, nfs4");
      kinds.clear();
      keys = root -> Optional.of("local");
      nanos += FolderWatch.ROOT_CHECK.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(folder);
      assertThat(watch.ways()).containsExactly(folder + ": by events");
      nanos += FolderWatch.USUAL_POLL.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void drivesMountedBelowAreWatchedAsTheyCanBe() throws Exception {
    Path nas = Files.createDirectories(folder.resolve("nas"));
    List<Path> mounted = new ArrayList<>(List.of(nas));
    Mounts mounts =
        new Mounts() {
          @Override
          public Optional<String> network(Path drive) {
            return drive.equals(nas) ? Optional.of("nfs4") : Optional.empty();
          }

          @Override
          public List<Path> below(Path root) {
            return mounted.stream().filter(m -> m.startsWith(root) && !m.equals(root)).toList();
          }
        };
    try (FolderWatch watch = open(Optional.empty(), mounts, SYSTEM)) {
      assertThat(watch.ways()).hasSize(2).first().isEqualTo(folder + ": by events");
      assertThat(told).singleElement().asString().contains(nas + " is", "network drive, nfs4");
      nanos += FolderWatch.USUAL_POLL.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(nas);
      Path stick = Files.createDirectories(folder.resolve("stick"));
      mounted.add(stick);
      nanos += FolderWatch.ROOT_CHECK.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(stick);
      assertThat(watch.ways()).hasSize(3).contains(stick + ": by events");
    }
    try (FolderWatch watch = open(Optional.of(Duration.ofSeconds(7)), mounts, SYSTEM)) {
      nanos += Duration.ofSeconds(7).toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(folder);
    }
  }

  @Test
  void readsTheTableOfMounts() {
    String table =
        "sysfs /sys sysfs rw 0 0\n"
            + "/dev/sda1 /music ext4 rw 0 0\n"
            + "nas:/a /music/on\\040the\\040nas nfs4 rw 0 0\n"
            + "nas:/b /music/\\303\\244lter nfs4 rw 0 0\n"
            + "nas:/c /music/.snapshots/1 nfs4 rw 0 0\n"
            + "nas:/d /musical nfs4 rw 0 0\n"
            + "broken\n";
    assertThat(MountTable.below(Path.of("/music"), table))
        .containsExactly(Path.of("/music/on the nas"), Path.of("/music/älter"));
  }

  @Test
  void aFolderThatIsNotThereYetIsPolled() throws Exception {
    Path later = folder.resolve("later");
    try (FolderWatch watch =
        FolderWatch.open(List.of(later), Optional.empty(), told::add, machine(LOCAL, SYSTEM))) {
      assertThat(told).singleElement().asString().contains("not there now");
      nanos += FolderWatch.USUAL_POLL.toNanos();
      assertThat(watch.await(Duration.ZERO).again()).containsExactly(later);
    }
  }

  private FolderWatch open(Optional<Duration> poll, Mounts mounts, FolderWatch.Services services) {
    return FolderWatch.open(List.of(folder), poll, told::add, machine(mounts, services));
  }

  private FolderWatch.Machine machine(Mounts mounts, FolderWatch.Services services) {
    return new FolderWatch.Machine(mounts, services, root -> keys.of(root), () -> nanos);
  }

  /** Waits until a file is told of; the test's time limit ends it if it never is. */
  private static void until(FolderWatch watch, Path file) throws InterruptedException {
    while (!watch.await(Duration.ofMillis(100)).files().contains(file)) {
      assertThat(file).exists();
    }
  }
}
