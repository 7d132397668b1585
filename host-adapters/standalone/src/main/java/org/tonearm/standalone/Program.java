package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.tonearm.api.TonearmException;
import org.tonearm.backend.TrainingPack;
import org.tonearm.configuration.FaultyConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a command line and runs its verb. */
public final class Program {
  private final Workplace workplace;

  /**
   * @param workplace given to every verb
   */
  public Program(Workplace workplace) {
    this.workplace = workplace;
  }

  /** Runs {@link Workplace#arguments()} and returns the exit code. */
  public int run() {
    try {
      return told(commandLine().execute(workplace.arguments().toArray(String[]::new)));
    } catch (LinkageError e) {
      return unlinked(e, e);
    }
  }

  private int told(int code) {
    Optional<IOException> lost = workplace.terminal().lost();
    if (lost.isEmpty()) {
      return code;
    }
    PrintStream err = workplace.terminal().err();
    err.println("The output could not be written: " + Shown.text(lost.get().getMessage()));
    err.println(
        "  Make room where it goes, or send it elsewhere; what was written to music stands in"
            + " 'tonearm history'.");
    return code == ExitCode.GOOD ? ExitCode.SOME_FAILED : code;
  }

  CommandLine commandLine() {
    Terminal terminal = workplace.terminal();
    return new CommandLine(new TonearmCommand(), new VerbFactory(workplace))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .registerConverter(Path.class, new PathConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false) // a song may be named '@', and its bytes are no options
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(this::correct)
        .setExecutionExceptionHandler(this::explain);
  }

  private int correct(ParameterException e, String[] arguments) {
    PrintStream err = workplace.terminal().err();
    CommandLine verb = e.getCommandLine();
    ParameterException told = e instanceof MissingParameterException ? unknown(arguments, e) : e;
    err.println(Shown.text(sentence(told)));
    UnmatchedArgumentException.printSuggestions(told, verb.getErr());
    err.println("  'tonearm" + name(verb) + " --help' shows what is possible.");
    return ExitCode.WRONG_USE;
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && e.getCommandLine().getParent() == null
        && !unmatched.getUnmatched().get(0).startsWith("-")) {
      return "There is no command '" + unmatched.getUnmatched().get(0) + "'.";
    }
    if (e instanceof UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().contains("")) {
      return PathConverter.EMPTY;
    }
    return e.getMessage();
  }

  /**
   * What is unknown on the command line, if anything is, in place of what is missing: who mistypes
   * an option looks for the mistake there.
   */
  private ParameterException unknown(String[] arguments, ParameterException missing) {
    CommandLine collecting = commandLine();
    collectErrors(collecting);
    ParseResult parsed = collecting.parseArgs(arguments);
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    List<String> options =
        parsed.unmatched().stream().filter(argument -> argument.startsWith("-")).toList();
    return options.isEmpty()
        ? missing
        : new UnmatchedArgumentException(missing.getCommandLine(), options);
  }

  private static void collectErrors(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(Program::collectErrors);
  }

  private static String name(CommandLine verb) {
    return verb.getParent() == null ? "" : name(verb.getParent()) + " " + verb.getCommandName();
  }

  private int explain(Exception e, CommandLine commandLine, ParseResult parsed) {
    PrintStream err = workplace.terminal().err();
    if (e instanceof FaultyConfigurationException faulty) {
      faulty.faults().forEach(fault -> err.println(Shown.text(fault.text())));
      err.println("  " + Shown.text(faulty.remedy()));
      return ExitCode.WRONG_USE;
    }
    if (told(e) instanceof TonearmException error) {
      err.println(Shown.text(error.getMessage()));
      err.println("  " + Shown.text(error.remedy()));
      return ExitCode.WRONG_USE;
    }
    if (e instanceof InterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof LinkageError unlinked) {
        return unlinked(unlinked, e);
      }
    }
    if (unreadable(e)) {
      err.println("Something can't be read or written: " + Shown.text(reason(e)));
      err.println("  Make room on the disk, and see that the folder is there and may be written.");
      LoggerFactory.getLogger(Program.class).debug("What can't be read or written", e);
      return ExitCode.WRONG_USE;
    }
    err.println("An error in Tonearm itself: " + Shown.text(e.toString()));
    err.println("  Run 'tonearm doctor'; if all is well there, report what stands below.");
    e.printStackTrace(err);
    return ExitCode.SOME_FAILED;
  }

  /** What stands in faults of input and output alone, as one of a clip that went away does. */
  private static Throwable told(Throwable thrown) {
    Throwable cause = thrown;
    while (isInputOutput(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** True of a fault of a disk or a file, and of nothing that a fault of Tonearm's own caused. */
  private static boolean unreadable(Throwable thrown) {
    return isInputOutput(told(thrown));
  }

  /** Jackson's faults are of what was read or written, not of where. */
  private static boolean isInputOutput(Throwable thrown) {
    return thrown instanceof UncheckedIOException
        || (thrown instanceof IOException && !(thrown instanceof JsonProcessingException));
  }

  /** Java names the file alone where the kind of fault says the rest. */
  private static String reason(Throwable thrown) {
    StringBuilder reason = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UncheckedIOException) {
        continue;
      }
      reason.append(reason.isEmpty() ? "" : ": ");
      reason.append(
          cause instanceof FileSystemException
              ? cause.toString().replaceFirst("^java\\.nio\\.file\\.", "")
              : Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()));
    }
    return reason.toString();
  }

  /** A native library, or a part of Tonearm, that this machine's Java can't load. */
  private int unlinked(LinkageError error, Throwable thrown) {
    PrintStream err = workplace.terminal().err();
    if (TrainingPack.isMissingIn(error)) {
      TonearmException missing = TrainingPack.missing("'" + workplace.commandLine() + "'");
      err.println(Shown.text(missing.getMessage()));
      err.println("  " + Shown.text(missing.remedy()));
      return ExitCode.WRONG_USE;
    }
    err.println(
        "A native library or another part of Tonearm can't be loaded: "
            + Shown.text(error.toString()));
    err.println(
        "  Run 'tonearm doctor': it tells which natives load and where they are kept. If all is"
            + " well there, report what stands below.");
    thrown.printStackTrace(err);
    return ExitCode.WRONG_USE;
  }
}
