package org.tonearm.panel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tonearm.panel.said.EngineTexts;

/**
 * The panel's words in one language. Immutable and thread-safe.
 *
 * <p>English stands in {@code Texts.properties}, and for settings in {@code Settings.properties},
 * which also serve where a language has no words of its own.
 */
public final class Texts {
  private final List<ResourceBundle> bundles;
  private final Locale locale;
  private final EngineTexts engine;

  /**
   * @param locale the language wished
   */
  public Texts(Locale locale) {
    this.locale = locale;
    this.bundles = List.of(bundle("Texts", locale), bundle("Settings", locale));
    this.engine = new EngineTexts(locale);
  }

  /**
   * A text.
   *
   * @param values for its places {0}, {1} and so on
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key, Object... values) {
    return new MessageFormat(of(key).getString(key), locale).format(values);
  }

  /** What the engine says, in this language. */
  public EngineTexts engine() {
    return engine;
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return bundles.stream().anyMatch(bundle -> bundle.containsKey(key));
  }

  /** Where a text stands; the first place also for one that stands nowhere. */
  private ResourceBundle of(String key) {
    return bundles.stream()
        .filter(bundle -> bundle.containsKey(key))
        .findFirst()
        .orElse(bundles.get(0));
  }

  private static ResourceBundle bundle(String name, Locale locale) {
    return ResourceBundle.getBundle(
        "org.tonearm.panel." + name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The language wished. */
  public Locale locale() {
    return locale;
  }
}
