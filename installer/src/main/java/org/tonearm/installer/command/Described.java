package org.tonearm.installer.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command as picocli knows it, in plain words.
 *
 * @param name with those of the commands above it, such as {@code [tonearm, host, scan]}
 * @param summary a sentence
 * @param description lines below it; may be none
 * @param footer lines at the end: examples, exit codes
 * @param options in the order in which the help shows them
 * @param arguments what may stand without an option
 * @param verbs the commands below this one
 */
public record Described(
    List<String> name,
    String summary,
    List<String> description,
    List<String> footer,
    List<Flag> options,
    List<Argument> arguments,
    List<Described> verbs) {

  /**
   * An option.
   *
   * @param names short and long, with their dashes
   * @param value what follows it, such as {@code FILE}; "" for nothing
   * @param words the words it may have as value; empty if others are possible
   * @param text what it does
   */
  public record Flag(List<String> names, String value, List<String> words, String text) {}

  /**
   * An argument.
   *
   * @param label such as {@code PATH...}
   * @param text what it is
   */
  public record Argument(String label, String text) {}

  /** Of a command and all below it. */
  public static Described of(CommandSpec spec) {
    return of(spec, List.of());
  }

  /** This one and all below it. */
  public Stream<Described> all() {
    return Stream.concat(Stream.of(this), verbs.stream().flatMap(Described::all));
  }

  /** The last part of its name. */
  public String verb() {
    return name.get(name.size() - 1);
  }

  private static Described of(CommandSpec spec, List<String> above) {
    List<String> name = new ArrayList<>(above);
    name.add(spec.name());
    return new Described(
        List.copyOf(name),
        String.join(" ", plain(spec.usageMessage().header())),
        plain(spec.usageMessage().description()),
        plain(spec.usageMessage().footer()),
        spec.options().stream().filter(option -> !option.hidden()).map(Described::flag).toList(),
        spec.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(Described::argument)
            .toList(),
        spec.subcommands().values().stream()
            .distinct()
            .map(verb -> of(verb.getCommandSpec(), name))
            .toList());
  }

  private static Flag flag(OptionSpec option) {
    boolean bare = option.arity().max() == 0;
    return new Flag(
        List.of(option.names()),
        bare ? "" : option.paramLabel(),
        bare ? List.of() : words(option),
        String.join(" ", plain(option.description())));
  }

  /** From the type, or from a label such as {@code fill|merge|replace}. */
  private static List<String> words(OptionSpec option) {
    Object[] constants = option.type().getEnumConstants();
    if (constants != null) {
      return Stream.of(constants).map(each -> each.toString().toLowerCase(Locale.ROOT)).toList();
    }
    String label = option.paramLabel();
    return label.matches("[a-z0-9-]+(\\|[a-z0-9-]+)+")
        ? List.of(label.split("\\|", -1))
        : List.of();
  }

  private static Argument argument(PositionalParamSpec argument) {
    String more = argument.arity().max() > 1 ? "..." : "";
    String label = argument.paramLabel() + more;
    return new Argument(
        argument.arity().min() == 0 ? "[" + label + "]" : label,
        String.join(" ", plain(argument.description())));
  }

  private static List<String> plain(String[] lines) {
    return Stream.of(lines)
        .flatMap(line -> Ansi.OFF.string(line.replace("%n", "\n").replace("%%", "%")).lines())
        .toList();
  }
}
