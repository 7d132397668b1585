package org.tonearm.panel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The panel's words in one language. Immutable and thread-safe.
 *
 * <p>English stands in {@code Texts.properties}, which also serves where a language has no words of
 * its own.
 */
public final class Texts {
  private final ResourceBundle bundle;
  private final Locale locale;

  /**
   * @param locale the language wished
   */
  public Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "org.tonearm.panel.Texts",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /**
   * A text.
   *
   * @param values for its places {0}, {1} and so on
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** The language wished. */
  public Locale locale() {
    return locale;
  }
}
