package org.tonearm.standalone;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.FaultyConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
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
    return commandLine().execute(workplace.arguments().toArray(String[]::new));
  }

  CommandLine commandLine() {
    Terminal terminal = workplace.terminal();
    return new CommandLine(new TonearmCommand(), new Verbs(workplace))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(this::correct)
        .setExecutionExceptionHandler(this::explain);
  }

  private int correct(ParameterException e, String[] arguments) {
    PrintStream err = workplace.terminal().err();
    CommandLine verb = e.getCommandLine();
    err.println(Shown.text(e.getMessage()));
    UnmatchedArgumentException.printSuggestions(e, verb.getErr());
    err.println("  'tonearm" + name(verb) + " --help' shows what is possible.");
    return ExitCode.WRONG_USE;
  }

  private static String name(CommandLine verb) {
    return verb.getParent() == null ? "" : " " + verb.getCommandName();
  }

  private int explain(Exception e, CommandLine commandLine, ParseResult parsed) {
    PrintStream err = workplace.terminal().err();
    if (e instanceof FaultyConfigurationException faulty) {
      faulty.faults().forEach(fault -> err.println(Shown.text(fault.text())));
      err.println("  " + Shown.text(faulty.remedy()));
      return ExitCode.WRONG_USE;
    }
    if (e instanceof TonearmException error) {
      err.println(Shown.text(error.getMessage()));
      err.println("  " + Shown.text(error.remedy()));
      return ExitCode.WRONG_USE;
    }
    if (e instanceof InterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    err.println("An error in Tonearm itself: " + Shown.text(e.toString()));
    err.println("  Run 'tonearm doctor'; if all is well there, report what stands below.");
    e.printStackTrace(err);
    return ExitCode.SOME_FAILED;
  }

  /** Gives verbs what they work with. */
  private record Verbs(Workplace workplace) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Workplace.class) {
          return type.cast(constructor.newInstance(workplace));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
