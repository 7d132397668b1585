package org.tonearm.installer.command;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A command's page for {@code man}, in roff with the macros of man(7).
 *
 * @param version told in the page's foot
 * @param date of the version
 */
public record ManPage(String version, Instant date) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The page's name without its section, such as {@code tonearm-tag}. */
  public static String name(Described command) {
    return String.join("-", command.name());
  }

  /** The page. */
  public String text(Described command) {
    StringBuilder page = new StringBuilder();
    String name = name(command);
    page.append(".\\\" Made from the program itself.\n");
    page.append(
        String.format(
            Locale.ROOT,
            ".TH \"%s\" 1 \"%s\" \"%s\" \"Tonearm\"\n.nh\n.ad l\n",
            text(name.toUpperCase(Locale.ROOT)),
            DAY.format(date),
            text(version)));
    page.append(".SH NAME\n").append(text(name)).append(" \\- ");
    page.append(text(command.summary().replaceFirst("\\.$", ""))).append('\n');
    page.append(".SH SYNOPSIS\n").append(synopsis(command));
    section(page, "DESCRIPTION", command.description());
    arguments(page, command);
    options(page, command);
    verbs(page, command);
    lines(page, command.footer());
    page.append(".SH SEE ALSO\n").append(seeAlso(command));
    return page.toString();
  }

  private static String synopsis(Described command) {
    String words = "\\fB" + text(String.join(" ", command.name())) + "\\fR";
    if (!command.verbs().isEmpty()) {
      return words + " \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
    }
    String arguments =
        command.arguments().stream()
            .map(argument -> " \\fI" + text(argument.label()) + "\\fR")
            .collect(Collectors.joining());
    return words + " [\\fIOPTIONS\\fR]" + arguments + "\n";
  }

  private static void section(StringBuilder page, String title, List<String> lines) {
    List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
    if (!told.isEmpty()) {
      page.append(".SH ").append(title).append('\n');
      told.forEach(line -> page.append(line(line)));
    }
  }

  private static void arguments(StringBuilder page, Described command) {
    if (!command.arguments().isEmpty()) {
      page.append(".SH ARGUMENTS\n");
    }
    for (Described.Argument argument : command.arguments()) {
      page.append(".TP\n\\fI").append(text(argument.label())).append("\\fR\n");
      page.append(line(argument.text()));
    }
  }

  private static void options(StringBuilder page, Described command) {
    page.append(".SH OPTIONS\n");
    for (Described.Flag option : command.options()) {
      String names =
          option.names().stream()
              .map(name -> "\\fB" + text(name) + "\\fR")
              .collect(Collectors.joining(", "));
      String value = option.value().isEmpty() ? "" : " \\fI" + text(option.value()) + "\\fR";
      page.append(".TP\n").append(names).append(value).append('\n').append(line(option.text()));
    }
  }

  private static void verbs(StringBuilder page, Described command) {
    if (!command.verbs().isEmpty()) {
      page.append(".SH COMMANDS\n");
    }
    for (Described verb : command.verbs()) {
      page.append(".TP\n\\fB").append(text(verb.verb())).append("\\fR\n");
      page.append(line(verb.summary()));
    }
  }

  /** As they stand: they are laid out already. */
  private static void lines(StringBuilder page, List<String> lines) {
    if (lines.stream().anyMatch(line -> !line.isBlank())) {
      page.append(".SH EXAMPLES\n.nf\n");
      lines.stream()
          .filter(line -> !line.isBlank() && !line.equals("Examples:"))
          .forEach(line -> page.append(line(line)));
      page.append(".fi\n");
    }
  }

  private static String seeAlso(Described command) {
    List<Described> others = command.verbs();
    return others.isEmpty()
        ? "\\fBtonearm\\fR(1)\n"
        : others.stream()
            .map(verb -> "\\fB" + text(name(verb)) + "\\fR(1)")
            .collect(Collectors.joining(",\n", "", "\n"));
  }

  private static String line(String text) {
    String escaped = text(text);
    boolean request = escaped.startsWith(".") || escaped.startsWith("'");
    return (request ? "\\&" : "") + escaped + "\n";
  }

  /** As roff takes it literally. */
  private static String text(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...").replace("\"", "\\(dq");
  }
}
