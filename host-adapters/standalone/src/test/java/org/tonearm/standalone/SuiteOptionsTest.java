package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SuiteOptionsTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "evaluate --manifest x --out y, --task is missing",
    "evaluate --task mood --out y, --manifest is missing",
    "train --task mood --out y --id a-b-1, --manifest is missing",
    "train --network song-lstm --manifest x --out y --id a-b-1, --task is missing",
    "train --network song-lstm --task mood --question cluster --manifest x --out y --id a-b-1,"
        + " --question cluster can't",
    "train --network song-lstm --task mood --budget 0 --manifest x --out y --id a-b-1,"
        + " --budget is 0.0",
    "train --network song-lstm --task mood --rate 1 --manifest x --out y --id a-b-1, --rate is 1.0",
    "train --network dai-dnn-1024 --task mood --manifest x --out y --id a-b-1,"
        + " can't be made a model",
    "evaluate --suite papers --out y, neither --manifest nor --data-set",
    "evaluate --suite papers --data-set gtzan --out y, expected LAYOUT:DIR",
    "evaluate --suite papers --manifest x --budget 0 --out y, --budget is 0.0",
    "evaluate --suite papers --manifest x --folds-run 0 --out y, --folds-run is 0",
    "evaluate --suite papers --question cluster --manifest x --out y, --question cluster can't",
    "evaluate --task mood --without sleep --manifest x --out y, band-limit",
    "evaluate --task mood --without band-limit;mixup --manifest nowhere.csv --out y, nowhere.csv",
    "evaluate --suite papers --manifest nowhere.csv --out y, nowhere.csv",
    "evaluate --task mood --quick --manifest x --out y, --suite",
    "train --task mood --rate 1e-4 --manifest x --out y --id a-b-1, --network",
    "train --task mood --manifest x --out y --id ../up, can't be the name",
    "train --task mood --manifest x --out y --id a-b-1 --not-music nowhere, no folder with files",
    "evaluate --suite books --manifest x --out y, papers",
  })
  void whatIsMissingIsNamed(String commandLine, String named) {
    Bench bench = new Bench(temp);
    assertThat(bench.run((Object[]) commandLine.replace(';', ',').split(" ", -1)))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains(named);
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void recordingsThatAreNoMusicMayLieBehindALink() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("recordings"));
    Files.writeString(folder.resolve("beep.wav"), "");
    Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
    Bench bench = new Bench(temp);
    String commandLine = "train --task mood --manifest nowhere.csv --out y --id a-b-1 --not-music";
    assertThat(bench.run((Object[]) (commandLine + " " + link).split(" ")))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("nowhere.csv").doesNotContain("--not-music");
  }

  @Test
  void networksOfTheLeakMayBeSeveralOrNone() {
    assertThat(leakage()).containsExactly("wu-indrnn");
    assertThat(leakage("--leakage", "wu-lstm,wu-rnn")).containsExactly("wu-lstm", "wu-rnn");
    assertThat(leakage("--leakage", "none")).isEmpty();
  }

  private static Set<String> leakage(String... options) {
    SuiteOptions parsed = new SuiteOptions();
    new CommandLine(parsed)
        .parseArgs(
            Stream.concat(Stream.of("--suite", "papers"), Stream.of(options))
                .toArray(String[]::new));
    return parsed.leakage();
  }
}
