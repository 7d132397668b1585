package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Track;
import org.tonearm.composition.DataFolder;
import org.tonearm.run.Cancellation;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;

final class RunOfTracksTest {
  private static final Listed ONE =
      new Listed() {
        @Override
        public boolean any() {
          return true;
        }

        @Override
        public List<TrackOutcome> problems() {
          return List.of();
        }

        @Override
        public OptionalLong total() {
          return OptionalLong.of(1);
        }

        @Override
        public String none() {
          return "";
        }
      };

  @TempDir Path temp;

  @Test
  void whatFailedIsToldAlsoWhereTheRunBreaksOff() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Workplace workplace =
        new Workplace(
            new Terminal(stream, stream, false),
            new StandaloneHost(),
            new DataFolder(temp),
            temp.resolve("tonearm.toml"),
            (folder, settings) -> null,
            new Cancellation(),
            List.of());
    Track track = new Track(temp.resolve("song.mp3"), "song");
    TrackProblem problem = new TrackProblem("no-space", "song.mp3: no room.", "Make room.");

    assertThatThrownBy(
            () ->
                new RunOfTracks(workplace, Report.of(workplace, false))
                    .run(
                        ONE,
                        listener -> {
                          listener.finished(TrackOutcome.failed(track, problem));
                          throw new ConfigurationException("journal-io", "Full.", "Make room.");
                        }))
        .isInstanceOf(ConfigurationException.class);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("failed", "song.mp3", "[no-space]");
  }
}
