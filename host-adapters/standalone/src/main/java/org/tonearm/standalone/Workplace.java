package org.tonearm.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.FaultyConfigurationException;
import org.tonearm.run.Cancellation;
import org.tonearm.tag.journal.Journal;

/**
 * What every verb works with.
 *
 * @param terminal where output goes
 * @param host the library
 * @param data the user's data folder
 * @param configuration where the configuration file lies if no option names one; it may be missing
 * @param compositions puts the parts together on a data folder, by a configuration
 * @param cancellation requested when the user interrupts
 * @param arguments the command line, as the journal records it
 * @param hosts all that are installed
 */
public record Workplace(
    Terminal terminal,
    HostAdapter host,
    DataFolder data,
    Path configuration,
    BiFunction<DataFolder, Configuration, Composition> compositions,
    Cancellation cancellation,
    List<String> arguments,
    List<HostAdapter> hosts) {
  /** Copies the lists. */
  public Workplace {
    arguments = List.copyOf(arguments);
    hosts = List.copyOf(hosts);
  }

  /** With all hosts that the {@link ServiceLoader} finds. */
  public Workplace(
      Terminal terminal,
      HostAdapter host,
      DataFolder data,
      Path configuration,
      BiFunction<DataFolder, Configuration, Composition> compositions,
      Cancellation cancellation,
      List<String> arguments) {
    this(
        terminal,
        host,
        data,
        configuration,
        compositions,
        cancellation,
        arguments,
        ServiceLoader.load(HostAdapter.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /** The same on another host. */
  Workplace on(HostAdapter other) {
    return new Workplace(
        terminal, other, data, configuration, compositions, cancellation, arguments, hosts);
  }

  /**
   * The parts, put together on the user's data folder by {@link #readable} settings. The caller
   * closes it.
   */
  Composition composition() throws TonearmException {
    return composition(readable(configuration));
  }

  /** What the configuration file says, as {@link #readable(Path)}. */
  Configuration readable() throws TonearmException {
    return readable(configuration);
  }

  /**
   * What a configuration file says; the defaults if it is faulty or can't be read, since what only
   * looks or takes back must always work.
   *
   * @param file which may be missing
   */
  Configuration readable(Path file) throws TonearmException {
    try {
      return Configurations.load(
          Optional.of(file).filter(Files::exists), host.id(), host.profile(), Map.of());
    } catch (FaultyConfigurationException e) {
      passOver(file, "has faults");
      return Configurations.defaults();
    } catch (ConfigurationException e) {
      if (!e.code().equals("no-configuration")) {
        throw e;
      }
      passOver(file, "can't be read");
      return Configurations.defaults();
    }
  }

  private void passOver(Path file, String why) {
    terminal
        .err()
        .println(
            Shown.path(file)
                + " "
                + why
                + ", so it does not count here; 'tonearm config --check' names what is wrong.");
  }

  /** The parts, put together on the user's data folder. The caller closes it. */
  Composition composition(Configuration settings) {
    return compositions.apply(data, settings);
  }

  /**
   * The journal; opened, if it was not yet. Says on stderr what was recovered of a run that was cut
   * short.
   */
  Journal journal(Composition composition) throws TonearmException {
    Journal journal = composition.journal();
    String recovered = journal.recovered().sentence();
    if (!recovered.isEmpty()) {
      terminal.err().println(recovered);
    }
    return journal;
  }

  /** The command line in one line. */
  String commandLine() {
    return "tonearm " + String.join(" ", arguments);
  }
}
