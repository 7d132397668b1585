package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.assertj.core.util.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TagVerbTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path temp;
  private Path music;
  private Bench bench;

  @BeforeEach
  void makeBench() throws IOException {
    music = Files.createDirectory(temp.resolve("music"));
    bench = new Bench(temp.resolve("data"));
  }

  @Test
  void tellsATrackInOneJsonObject() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "jazz", "mood=Calm", "cue=1");
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.GOOD);
    JsonNode track = bench.json().get(0);
    assertThat(Lists.newArrayList(track.fieldNames()))
        .containsExactly(
            "path", "status", "genre", "mood", "changes", "model", "seconds", "warnings", "error");
    assertThat(track.get("path").asText()).isEqualTo(song.toString());
    assertThat(track.get("status").asText()).isEqualTo("written");
    assertThat(track.at("/genre/0/label").asText()).isEqualTo("jazz");
    assertThat(track.at("/genre/0/score").asDouble()).isEqualTo(0.8);
    assertThat(track.at("/mood/0/label").asText()).isEqualTo("Q1");
    assertThat(track.get("changes")).hasSize(1);
    assertThat(track.at("/changes/0/field").asText()).isEqualTo("genre");
    assertThat(track.at("/changes/0/before")).isEmpty();
    assertThat(track.at("/changes/0/after/0").asText()).isEqualTo("Jazz");
    assertThat(track.at("/model/genre").asText()).isEqualTo("fake-genre-1");
    assertThat(track.at("/model/mood").asText()).isEqualTo("fake-mood-1");
    assertThat(track.get("seconds").asDouble()).isEqualTo(30);
    assertThat(track.get("error").isNull()).isTrue();
    assertThat(FakeFile.lines(song)).contains("genre=Jazz", "mood=Calm", "cue=1");
  }

  @Test
  void anEmptyPathIsRefusedAndIsNotTheCurrentFolder() {
    for (List<String> line :
        List.of(
            List.of("tag", ""),
            List.of("undo", "--path", ""),
            List.of("undo", "--search", "", "1"),
            List.of("watch", ""))) {
      assertThat(bench.run(line.toArray())).as("%s", line).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err()).contains("An empty text is no path", "'.'");
    }
  }

  @Test
  void changesNothingInADryRun() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "jazz");
    Files.setLastModifiedTime(song, LONG_AGO);
    Object inode = Files.readAttributes(song, "*").get("fileKey");
    List<String> before = FakeFile.lines(song);
    assertThat(bench.run("tag", "--dry-run", "--json", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).get("status").asText()).isEqualTo("planned");
    assertThat(bench.json().get(0).get("changes")).hasSize(2);
    assertThat(FakeFile.lines(song)).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(song)).isEqualTo(LONG_AGO);
    assertThat(Files.readAttributes(song, "*").get("fileKey")).isEqualTo(inode);
    assertThat(temp.resolve("data/journal.db")).doesNotExist();
  }

  @Test
  void heedsWhatWasSaidOfHardLinks() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "jazz");
    Files.createLink(temp.resolve("seeded.mp3"), song);
    assertThat(bench.run("tag", "--json", "--skip-hardlinks", music))
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.json().get(0).at("/error/code").asText()).isEqualTo("hard-linked");
    assertThat(bench.run("tag", "--break-hardlinks", "--skip-hardlinks", music))
        .isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).get("warnings")).hasSize(1);
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "jazz");
    assertThat(bench.run("tag", music)).isEqualTo(ExitCode.GOOD);
    List<String> tagged = FakeFile.lines(song);
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).get("status").asText()).isEqualTo("unchanged");
    assertThat(bench.json().get(0).get("changes")).isEmpty();
    assertThat(FakeFile.lines(song)).isEqualTo(tagged);
  }

  @Test
  void followsThePolicyAndTheFields() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "rock", "genre=Polka", "mood=Calm");
    assertThat(bench.run("tag", "--policy", "fill", music)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Polka", "mood=Calm");
    assertThat(bench.run("tag", "--policy", "replace", "--json", music)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Polka", "mood=Calm");
    assertThat(bench.json().get(0).at("/warnings/0").asText())
        .isEqualTo("The genre was not replaced by Rock: 0.70 sure, and replacing needs 0.80.");
    assertThat(
            bench.run(
                "tag",
                "--policy",
                "replace",
                "--min-replace",
                "0.7",
                "--fields",
                "genre",
                "--json",
                music))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Rock", "mood=Calm");
    assertThat(bench.json().get(0).get("mood")).isEmpty();
    assertThat(bench.json().get(0).at("/model/mood").isNull()).isTrue();
    assertThat(bench.run("tag", "--policy", "merge", "--fields", "mood", music))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Rock", "mood=Calm", "mood=Sad");
  }

  @Test
  void abstainsBelowTheThreshold() throws IOException {
    FakeFile.make(music.resolve("song.mp3"), 30, "jazz");
    assertThat(bench.run("tag", "--json", "--min-genre", "0.9", "--min-mood", "0.85", music))
        .isEqualTo(ExitCode.GOOD);
    JsonNode track = bench.json().get(0);
    assertThat(track.get("status").asText()).isEqualTo("abstained");
    assertThat(track.at("/error/code").asText()).isEqualTo("unsure");
    assertThat(track.get("genre")).isEmpty();
    assertThat(track.get("changes")).isEmpty();
  }

  @Test
  void abstainsFromWhatIsTooShortOrNoMusic() throws IOException {
    FakeFile.make(music.resolve("a short.mp3"), 1, "jazz");
    FakeFile.make(music.resolve("b noise.mp3"), 30, "noise");
    assertThat(bench.run("tag", "--json", "--jobs", "1", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json())
        .extracting(track -> track.get("status").asText() + " " + track.at("/error/code").asText())
        .containsExactly("abstained too-short", "abstained not-music");
  }

  @Test
  void doesNotWriteWhatBreaksOffUnlessForced() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "cut");
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.SOME_FAILED);
    JsonNode track = bench.json().get(0);
    assertThat(track.get("status").asText()).isEqualTo("failed");
    assertThat(track.at("/error/code").asText()).isEqualTo("partial");
    assertThat(track.at("/error/remedy").asText()).contains("--force-partial");
    assertThat(track.at("/genre/0/label").asText()).isEqualTo("jazz");
    assertThat(track.get("warnings")).hasSize(1);
    assertThat(FakeFile.lines(song)).hasSize(1);
    assertThat(bench.run("tag", "--json", "--force-partial", music)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Jazz");
  }

  @Test
  void goesOnAfterFailuresAndExplainsThem() throws IOException {
    Path good = FakeFile.make(music.resolve("good.mp3"), 30, "jazz");
    Path text = Files.writeString(music.resolve("text.mp3"), "no audio");
    Path missing = temp.resolve("missing.mp3");
    assertThat(bench.run("tag", music, missing)).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out())
        .contains(text.toString(), "no audio.", "[not-audio]", "Leave it out.")
        .contains(missing.toString(), "[missing]", "Check the spelling");
    assertThat(FakeFile.lines(good)).contains("genre=Jazz");
    assertThat(Files.readString(text)).isEqualTo("no audio");
    assertThat(bench.run("tag", "--json", missing)).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.json().get(0).at("/error/code").asText()).isEqualTo("missing");
    assertThat(bench.json().get(0).get("status").asText()).isEqualTo("failed");
  }

  @Test
  void keepsOrMovesTheModificationTime() throws IOException {
    Path kept = FakeFile.make(music.resolve("kept.mp3"), 30, "jazz");
    Path touched = FakeFile.make(music.resolve("touched.mp3"), 30, "jazz");
    Files.setLastModifiedTime(kept, LONG_AGO);
    Files.setLastModifiedTime(touched, LONG_AGO);
    assertThat(bench.run("tag", "--mtime", "keep", kept)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("tag", "--mtime", "touch", touched)).isEqualTo(ExitCode.GOOD);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(touched)).isGreaterThan(LONG_AGO);
  }

  @Test
  void visitsALoopOfLinksOnce() throws IOException {
    FakeFile.make(music.resolve("a/song.mp3"), 30, "jazz");
    try {
      Files.createSymbolicLink(music.resolve("a/loop"), music);
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "This file system has no symbolic links.");
    }
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json()).hasSize(1);
  }

  @Test
  void keepsTheLettersOfNamesInJsonAndEscapesThemOnScreen() throws IOException {
    Path odd = FakeFile.make(music.resolve("two\nlines \u001b[31m\uD83C\uDFB5.mp3"), 30, "jazz");
    assertThat(bench.run("tag", "--json", "--dry-run", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json()).hasSize(1);
    assertThat(bench.json().get(0).get("path").asText()).isEqualTo(odd.toString());
    assertThat(bench.json().get(0).has("pathUri")).isFalse();
    assertThat(bench.run("tag", "--dry-run", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("two\\nlines \\u001b[31m\uD83C\uDFB5.mp3")
        .doesNotContain("\u001b");
  }

  @Test
  void tagsANameThatIsNoTextAndTellsItsBytes() throws IOException {
    Path latin1;
    try {
      latin1 = Path.of(URI.create(music.toUri() + "caf%E9.mp3"));
      FakeFile.make(latin1, 30, "jazz");
    } catch (IllegalArgumentException | FileSystemException e) {
      assumeTrue(false, "This system has no such names.");
      return;
    }
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).get("status").asText()).isEqualTo("written");
    assertThat(bench.json().get(0).get("pathUri").asText())
        .startsWith("file:///")
        .endsWith("/caf%E9.mp3");
    assertThat(FakeFile.lines(latin1)).contains("genre=Jazz");
  }

  @Test
  void includesAndExcludes() throws IOException {
    FakeFile.make(music.resolve("one.mp3"), 30, "jazz");
    FakeFile.make(music.resolve("two.ogg"), 30, "jazz");
    FakeFile.make(music.resolve("two live.ogg"), 30, "jazz");
    assertThat(
            bench.run(
                "tag", "--dry-run", "--json", "--include", "*.ogg", "--exclude", "*live*", music))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.json())
        .singleElement()
        .satisfies(track -> assertThat(track.get("path").asText()).endsWith("two.ogg"));
  }

  @Test
  void endsWith130WhenInterrupted() throws IOException {
    Path song = FakeFile.make(music.resolve("song.mp3"), 30, "jazz");
    bench.cancellation.request();
    assertThat(bench.run("tag", "--json", music)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.out()).isEmpty();
    assertThat(FakeFile.lines(song)).hasSize(1);
  }

  @Test
  void saysHowToTakeTheRunBack() throws IOException {
    FakeFile.make(music.resolve("song.mp3"), 30, "jazz");
    assertThat(bench.run("tag", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("tonearm undo 1", "written", "(none) -> Jazz");
    assertThat(bench.err()).isEmpty();
    assertThat(bench.run("tag", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("unchanged").doesNotContain("tonearm undo");
  }
}
