package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.composition.Parts;

final class ProgramTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {"tag", "analyze", "undo", "history", "models", "config", "doctor", "demo"})
  void everyVerbHelpsWithExamples(String verb) {
    Bench bench = new Bench(temp);
    assertThat(bench.run(verb, "--help")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Examples:", "tonearm " + verb);
    assertThat(bench.err()).isEmpty();
  }

  @Test
  void aNameThatBeginsWithAnAtIsAFileAndNotAListOfOptions() throws IOException {
    Path options = Files.writeString(temp.resolve("options"), "--help\n");
    Bench bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("tag", "--dry-run", "@" + options)).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out() + bench.err()).contains("missing").doesNotContain("Usage:");
  }

  @Test
  void helpListsTheVerbsAndTheExitCodes() {
    Bench bench = new Bench(temp);
    assertThat(bench.run("--help")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Examples:", "analyze", "undo", "history", "130 interrupted");
  }

  @Test
  void withoutAVerbShowsTheHelpOnStderr() {
    Bench bench = new Bench(temp);
    assertThat(bench.run()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.out()).isEmpty();
    assertThat(bench.err()).contains("Usage: tonearm");
  }

  @ParameterizedTest
  @CsvSource({
    "tag, PATH",
    "tag --bad x, --bad",
    "tag --bad, --bad",
    "tag --bad --jobs, --bad",
    "train --bad, --bad",
    "evaluate --task genre --manifest x --out y --not-music z, --not-music",
    "tagg x, There is no command",
    "tag --policy overwrite x, policy",
    "tag --excerpts 0 x, whole",
    "tag --excerpts some x, whole",
    "tag --jobs 0 x, --jobs",
    "tag --min-genre 2 x, --min-genre",
    "tag --min-mood NaN x, --min-mood",
    "tag --fields title x, title",
    "tag --min-replace much x, --min-replace",
    "tag --scope disc x, album",
    "tag --comment-block yes x, remove",
    "tag --mtime never x, touch",
    "tag --include [a x, [a",
    "undo one, one",
  })
  void wrongUseIsExplainedInALineAndExitsWith2(String commandLine, String named) {
    Bench bench = new Bench(temp);
    assertThat(bench.run((Object[]) commandLine.split(" ", -1))).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains(named, "--help");
    assertThat(bench.err().lines().count()).isBetween(2L, 3L);
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void namesAllFaultsAtOnce() {
    Bench bench = new Bench(temp);
    assertThat(bench.run("tag", "--jobs", "0", "--min-genre", "7", "x")).isEqualTo(2);
    assertThat(bench.err()).contains("--jobs", "--min-genre");
  }

  @Test
  void anUnknownModelExitsWith2AndNamesThoseThatAre() throws IOException {
    Path song = FakeFile.make(temp.resolve("song.mp3"), 30, "jazz");
    Bench bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("tag", "--genre-model", "none-such", song)).isEqualTo(2);
    assertThat(bench.err()).contains("none-such", "fake-genre-1");
  }

  @Test
  void aLibraryThatDoesNotLoadIsNamedWithWhatToDo() throws IOException {
    Path song = FakeFile.make(temp.resolve("song.mp3"), 30, "jazz");
    Parts fakes = FakeListening.parts();
    Parts unlinked =
        new Parts(
            fakes.decoders(),
            fakes.extractors(),
            () -> {
              throw new UnsatisfiedLinkError("no jninative in java.library.path");
            },
            fakes.codecs());
    Bench bench = new Bench(temp.resolve("data"), unlinked);
    assertThat(bench.run("tag", song)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("no jninative", "tonearm doctor").contains("native");
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void helpTouchesNoNativeLibraryAndNoDatabase() throws Exception {
    Process process = help("-Xlog:class+load:stdout").redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(output)
        .contains("Examples:", "org.tonearm.standalone.TagVerb")
        .doesNotContain(
            "org.nd4j.", "org.deeplearning4j.", "org.bytedeco.", "org.sqlite.", "ch.qos.logback.");
  }

  @Test
  void outputThatIsLostIsNoSuccess() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "There is no /dev/full here.");
    Process process = help("-Xshare:auto").redirectOutput(full.toFile()).start();
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(told).startsWith("The output could not be written: ").contains("tonearm history");
    assertThat(told.lines()).hasSize(2);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFault() throws Exception {
    Process process = help("-Xshare:auto").start();
    process.getInputStream().close();
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isEqualTo(ExitCode.GOOD);
  }

  private static ProcessBuilder help(String option) {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "tag",
            "--help");
    process.environment().remove("JAVA_TOOL_OPTIONS"); // It would be told on stderr.
    return process;
  }
}
