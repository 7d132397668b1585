package org.tonearm.spark.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class ClusterMainTest {
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "plan", "apply", "undo", "report"})
  void whatTonearmAcceptsIsAcceptedByTheDriver(String stage) {
    String[] before = {
      System.getProperty("tonearm.log"), System.getProperty("tonearm.log.libraries")
    };
    try {
      CommandLine commandLine = ClusterMain.commandLine();
      commandLine.parseArgs(stage, "--verbose", "--output", "/out");
      assertThat(System.getProperty("tonearm.log")).isEqualTo("debug");
      assertThat(commandLine.parseArgs(stage, "--help").subcommand().isUsageHelpRequested())
          .isTrue();
    } finally {
      restore("tonearm.log", before[0]);
      restore("tonearm.log.libraries", before[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({"apply, --fields", "apply, --policy", "undo, --excerpts", "undo, --genre-model"})
  void optionsOfAPlanAreRefusedWhenItIsWritten(String stage, String option) {
    assertThat(run(stage, "--output", "/nowhere", option, "merge")).isEqualTo(2);
    assertThat(err.toString()).contains(option, "'" + stage + "'", "'plan'");
  }

  @Test
  void soAreThoseWithoutAValue() {
    assertThat(run("apply", "--output", "/nowhere", "--no-subgenres")).isEqualTo(2);
    assertThat(err.toString()).contains("--subgenres", "plan again");
  }

  private int run(String... arguments) {
    return ClusterMain.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
  }

  private static void restore(String name, String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
