package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.installer.command.Described;
import org.tonearm.installer.command.FishCompletion;
import org.tonearm.installer.command.ManPage;
import org.tonearm.installer.command.ZshCompletion;
import org.tonearm.standalone.CommandTree;
import picocli.AutoComplete;

/** Manuals and completions tell the commands as they are, in a form that their readers take. */
final class CommandFilesTest {
  private static final Described ROOT = Described.of(CommandTree.described());
  private static final ManPage MANUAL = new ManPage("0.1.0", Instant.EPOCH);

  @TempDir Path temp;

  @Test
  void everyCommandHasAManualThatManTakesWithoutAWarning() throws Exception {
    assumeTrue(there("groff"), "groff is not installed");
    List<Described> commands = ROOT.all().toList();
    assertThat(commands).extracting(ManPage::name).contains("tonearm", "tonearm-host-scan");
    List<String> words = new ArrayList<>(List.of("groff", "-man", "-ww", "-Tutf8", "-rLL=200n"));
    words.add("-P-cbou");
    for (Described command : commands) {
      Path page = temp.resolve(ManPage.name(command));
      words.add(Files.writeString(page, MANUAL.text(command)).toString());
    }
    Ran shown = run(words.toArray(String[]::new));
    assertThat(shown.err()).isEmpty();
    assertThat(shown.out().replace('\u2212', '-').replace('\u2010', '-'))
        .contains(
            commands.stream()
                .flatMap(command -> command.options().stream())
                .flatMap(option -> option.names().stream())
                .toList())
        .contains(commands.stream().map(Described::verb).toList())
        .contains(commands.stream().map(command -> command.summary().substring(0, 12)).toList());
  }

  @Test
  void bashCompletesVerbsOptionsAndWords() throws Exception {
    String script =
        AutoComplete.bash("tonearm", CommandTree.described().commandLine())
            + """
            try() {
              COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
              COMPREPLY=(); _complete_tonearm; echo "${COMPREPLY[*]}"
            }
            try tonearm pan
            try tonearm tag --pol
            """;
    Ran ran = run("bash", Files.writeString(temp.resolve("try.bash"), script).toString());
    assertThat(ran.out().lines()).containsExactly("panel", "--policy");
  }

  @Test
  void zshAndFishCanReadTheirs() throws Exception {
    String zsh = ZshCompletion.text(ROOT);
    String fish = FishCompletion.text(ROOT);
    assertThat(zsh).contains("_tonearm_host_scan() {", "--dry-run[", ":(");
    assertThat(fish)
        .contains("-a panel -d ", "-l dry-run", "-x -a 'system light dark'", "from host; and not ");
    assumeTrue(there("zsh") || there("fish"), "neither zsh nor fish is installed");
    if (there("zsh")) {
      Ran read = run("zsh", "-n", Files.writeString(temp.resolve("_tonearm"), zsh).toString());
      assertThat(read).isEqualTo(new Ran(0, "", ""));
    }
    if (there("fish")) {
      Path file = Files.writeString(temp.resolve("tonearm.fish"), fish);
      Ran asked =
          run("fish", "--no-config", "-c", "source " + file + "; complete -C 'tonearm pan'");
      assertThat(asked.out()).startsWith("panel\t");
      assertThat(
              run(
                      "fish",
                      "--no-config",
                      "-c",
                      "source " + file + "; complete -C 'tonearm tag --pol'")
                  .out())
          .startsWith("--policy\t");
    }
  }

  @Test
  void theUnitStartsTheInstalledCommandAndIsWhole() throws IOException {
    assertThat(PackageFiles.unit())
        .contains("ExecStart=/usr/bin/tonearm watch %h/Music\n", "[Install]")
        .doesNotContain("@");
  }

  @Test
  void theIconFillsItsSquare() throws IOException {
    assertThat(AppIcon.picture(64).getWidth()).isEqualTo(64);
    assertThat(AppIcon.picture(64).getRGB(0, 0)).as("clear corner").isZero();
    assertThat(AppIcon.picture(64).getRGB(28, 35) >>> 24).as("the record").isEqualTo(255);
    assertThat(AppIcon.ico()).startsWith(0, 0, 1, 0, 1, 0);
    assertThat(new String(AppIcon.icns(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
  }

  private record Ran(int code, String out, String err) {}

  private static boolean there(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private Ran run(String... command) throws IOException, InterruptedException {
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    return new Ran(process.waitFor(), Files.readString(out), Files.readString(err));
  }
}
