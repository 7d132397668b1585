package org.tonearm.spark.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.journal.Writer;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.store.AudioUri;

final class TurnTest {
  private static final String ELSEWHERE = "1\nanother host\n7\n9";

  @TempDir private Path folder;
  private Output output;
  private Path file;

  @BeforeEach
  void output() {
    output = new Output(AudioUri.of(folder), new Configuration());
    file = folder.resolve("hearing");
  }

  @Test
  void oneRunHasItAtATime() throws Exception {
    try (Turn first = Turn.take(output, "1")) {
      first.demand();
      refused(() -> Turn.take(output, "2"), "of run 1 on " + Writer.own().host());
      first.demand();
    }
    assertThat(folder).isEmptyDirectory();
    Turn.take(output, "2").close();
  }

  @Test
  void thatOfAnotherMachineIsFreeAfterSomeMinutesOfSilence() throws Exception {
    output.write("hearing", ELSEWHERE);
    refused(() -> Turn.take(output, "2"), "of run 1 on another host");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(6))));
    Turn.take(output, "2").close();
  }

  @Test
  void thatOfAKilledProcessIsFreeAtOnce() throws Exception {
    Writer own = Writer.own();
    output.write("hearing", String.join("\n", "1", own.host(), "" + own.pid(), "1000"));
    Turn.take(output, "2").close();
  }

  @Test
  void whoLostItStopsAndLeavesTheOthersAlone() throws Exception {
    try (Turn first = Turn.take(output, "1")) {
      output.write("hearing", ELSEWHERE);
      refused(first::demand, "another host");
    }
    assertThat(output.read("hearing")).contains(ELSEWHERE);
  }

  private static void refused(ThrowingCallable taken, String who) {
    assertThatThrownBy(taken)
        .isInstanceOf(ConfigurationException.class)
        .hasFieldOrPropertyWithValue("code", "cluster-busy")
        .hasMessageContaining(who);
  }
}
