package org.tonearm.spark.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The options that stages inherit from {@code tonearm}, where they are started without it. */
final class Inherited {
  private Inherited() {}

  /** Gives them to a command and all below it. */
  static void add(CommandLine commandLine) {
    commandLine
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help.")
                .build())
        .addOption(
            OptionSpec.builder("--verbose")
                .type(boolean.class)
                .arity("0")
                .scopeType(ScopeType.INHERIT)
                .setter(new Loudness())
                .description("Show on stderr what goes on inside.")
                .build());
  }

  /** Read by log4j2.properties when the first class asks for a logger, which is later than this. */
  private static final class Loudness implements ISetter {
    @Override
    @SuppressWarnings("unchecked")
    public <T> T set(T value) {
      if (Boolean.TRUE.equals(value)) {
        System.setProperty("tonearm.log", "debug");
        System.setProperty("tonearm.log.libraries", "info");
      }
      return null;
    }
  }
}
