package org.tonearm.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.FaultyConfigurationException;
import org.tonearm.configuration.Given;
import org.tonearm.configuration.Origin;
import org.tonearm.configuration.RunSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which configuration file holds. */
final class ConfigurationOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (default: 'tonearm config' says where it is looked for).")
  private Path file;

  /** The file; empty if none is named and there is none at the usual place. */
  Optional<Path> file(Workplace workplace) {
    return file != null
        ? Optional.of(file)
        : Optional.of(workplace.configuration()).filter(Files::exists);
  }

  /** The file that is named, or its usual place; it may be missing. */
  Path place(Workplace workplace) {
    return file != null ? file.toAbsolutePath() : workplace.configuration();
  }

  /** The option as another process of Tonearm takes it; none if no file was named. */
  List<String> words() {
    return file == null ? List.of() : List.of("--config", file.toAbsolutePath().toString());
  }

  /**
   * What runs take.
   *
   * @param options by the full keys of their settings
   * @throws ParameterException if options, and nothing else, are wrong
   */
  RunSettings settings(Workplace workplace, Map<String, Given> options) throws TonearmException {
    return settings(workplace, Map.of(), options);
  }

  /**
   * The same with wishes of the host beside its profile, which file and options prevail over.
   *
   * @param wishes by the full keys of their settings
   */
  RunSettings settings(Workplace workplace, Map<String, Given> wishes, Map<String, Given> options)
      throws TonearmException {
    try {
      Configuration configuration = load(workplace, options);
      Map<String, Given> heeded = new HashMap<>(wishes);
      heeded.keySet().removeIf(key -> !(configuration.origin(key) instanceof Origin.Standard));
      if (heeded.isEmpty()) {
        return settings(workplace, configuration);
      }
      heeded.putAll(options);
      return settings(workplace, load(workplace, heeded));
    } catch (FaultyConfigurationException e) {
      if (e.inOptionsOnly()) {
        throw new ParameterException(verb.commandLine(), e.getMessage());
      }
      throw e;
    }
  }

  private Configuration load(Workplace workplace, Map<String, Given> options)
      throws TonearmException {
    return Configurations.load(
        file(workplace), workplace.host().id(), workplace.host().profile(), options);
  }

  private static RunSettings settings(Workplace workplace, Configuration configuration) {
    return new RunSettings(configuration, workplace.host().profile(), ProgramVersion.text());
  }
}
