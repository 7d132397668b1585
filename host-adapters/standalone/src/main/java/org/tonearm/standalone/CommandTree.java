package org.tonearm.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands and options, to be described in manuals and completed in shells. */
public final class CommandTree {
  private CommandTree() {}

  /** The command and its verbs. It can't be run. */
  public static CommandSpec described() {
    return new CommandLine(new TonearmCommand(), new VerbFactory(null)).getCommandSpec();
  }
}
