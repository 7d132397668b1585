package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.configuration.Configurations;
import org.tonearm.panel.sound.SoundSource;
import org.tonearm.run.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which configuration file the panel's parts are put together by. */
final class PanelConfigurationTest {
  private static final PcmSink NOWHERE =
      new PcmSink() {
        @Override
        public void begin(double startSeconds) {}

        @Override
        public void accept(float[] samples, int offset, int length) {}
      };

  @TempDir Path temp;
  private final List<Integer> jobs = new ArrayList<>();

  @Command(name = "panel")
  private static final class Verb {
    @Mixin private ConfigurationOption configuration;
  }

  @Test
  void theFileThatIsNamedHoldsForSoundHistoryAndModelsToo() throws Exception {
    Path song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz");
    Path usual = Files.writeString(temp.resolve("tonearm.toml"), "[listening]\njobs = 2\n");
    Path named = Files.writeString(temp.resolve("other.toml"), "[listening]\njobs = 3\n");
    Verb verb = new Verb();
    new CommandLine(verb).parseArgs("--config", named.toString());
    Workplace workplace = workplace(usual);
    PanelWork work = new PanelWork(workplace, verb.configuration);
    work.runs();
    work.files(1, 1);
    try (SoundSource sound = work.sound()) {
      sound.decode(song, 10, NOWHERE);
    }
    new PanelSettings(workplace, verb.configuration).models();
    assertThat(jobs).containsExactly(3, 3, 3, 3);
    Files.writeString(named, "[listening]\njobs = \"x\"\n");
    assertThat(work.runs()).isEmpty();
    assertThat(jobs).last().isEqualTo(Configurations.defaults().listening().jobs());
  }

  private Workplace workplace(Path usual) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return new Workplace(
        new Terminal(nowhere, nowhere, false),
        new StandaloneHost(),
        new DataFolder(temp.resolve("data")),
        usual,
        (folder, settings) -> {
          jobs.add(settings.listening().jobs());
          return new Composition(folder, FakeListening.parts(), settings);
        },
        new Cancellation(),
        List.of("panel"));
  }
}
