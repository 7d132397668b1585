package org.tonearm.panel.said;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.Fault;
import org.tonearm.configuration.FaultyConfigurationException;

/**
 * What the engine says, in the language of the panel. In English it is what the engine wrote. In
 * another language an error is told by the sentence of its code, with what it is about before it;
 * the engine's own words, which logs have too, are in {@link #original}. Immutable and thread-safe.
 */
public final class EngineTexts {
  private static final String FOLDER = "org.tonearm.panel.";
  private static final Pattern ABOUT = Pattern.compile("(?:^|\\s)((?:/|[A-Za-z]:[\\\\/]).+?): ");
  private static final Pattern ABOUT_LOOSELY =
      Pattern.compile(
          "(?:^|\\s)((?:/|[A-Za-z]:[\\\\/]).+?)(?: (?:can't|could|is|was|has|holds|ends|may) |\\.?$)");

  private final Optional<ResourceBundle> errors;
  private final Templates parts;
  private final Templates reasons;

  /**
   * @param locale the language of the panel
   */
  public EngineTexts(Locale locale) {
    ResourceBundle codes = bundle("Errors", locale);
    this.errors = codes.keySet().isEmpty() ? Optional.empty() : Optional.of(codes);
    ResourceBundle english = bundle("Said", Locale.ROOT);
    ResourceBundle other = bundle("Said", locale);
    this.parts = new Templates(english, other, "");
    this.reasons = new Templates(english, other, "wrong.");
  }

  /**
   * An error: what happened, and what to do.
   *
   * @param message the engine's own words
   */
  public String problem(String code, String message, String remedy) {
    return sentence(code)
        .map(
            told ->
                about(message).map(what -> what + ": ").orElse("")
                    + told
                    + detail(message).map(why -> " (" + why + ")").orElse(""))
        .orElse(original(message, remedy));
  }

  /** An error: what happened, and what to do; of one that nobody foresaw what Java says. */
  public String problem(Throwable thrown) {
    if (!(thrown instanceof TonearmException error)) {
      return thrown.toString();
    }
    if (error instanceof FaultyConfigurationException faulty && errors.isPresent()) {
      return faulty.faults().stream().map(this::fault).collect(Collectors.joining(" "))
          + " "
          + sentence(error.code()).orElse(error.remedy());
    }
    return problem(error.code(), error.getMessage(), error.remedy());
  }

  /** An error in the engine's own words. */
  public static String original(String message, String remedy) {
    return remedy.isEmpty() ? message : message + " " + remedy;
  }

  /** Part of a sentence, such as why a field would change, or what is wrong with a value. */
  public String part(String english) {
    return parts.told(english);
  }

  /** What is wrong with a setting, in one line with its place. */
  public String fault(Fault wrong) {
    if (errors.isEmpty()) {
      return wrong.text();
    }
    String value = wrong.value().isEmpty() ? "" : " = " + wrong.value();
    String what = wrong.key().isEmpty() ? "" : wrong.key() + value + ": ";
    String right = wrong.accepted().isEmpty() ? "" : " (" + part(wrong.accepted()) + ")";
    return wrong.origin().text() + ": " + what + part(wrong.reason()) + right;
  }

  private Optional<String> sentence(String code) {
    try {
      return errors.map(texts -> texts.getString(code));
    } catch (MissingResourceException e) {
      return Optional.empty(); // A newer engine's; its own words serve.
    }
  }

  /** The file that it is about, if it begins with one. */
  private static Optional<String> about(String message) {
    for (Pattern pattern : List.of(ABOUT, ABOUT_LOOSELY)) {
      Matcher match = pattern.matcher(message);
      if (match.find()) {
        return Optional.of(match.group(1));
      }
    }
    return Optional.empty();
  }

  /** The reason at its end, if that is known in this language. */
  private Optional<String> detail(String message) {
    String text = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    for (int cut = text.lastIndexOf(": "); cut >= 0; cut = text.lastIndexOf(": ", cut - 1)) {
      Optional<String> known = reasons.known(text.substring(cut + 2));
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        FOLDER + name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
