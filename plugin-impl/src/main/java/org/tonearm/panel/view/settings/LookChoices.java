package org.tonearm.panel.view.settings;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tonearm.panel.view.Theme;

/**
 * How the program's own window looks, where it has one. Used on the event thread.
 *
 * @param themeNow the theme in use
 * @param theme told of another one
 * @param languageNow tag of the language wished; "" for the system's
 * @param language told of another one, which holds from the next start on
 */
public record LookChoices(
    Supplier<Theme> themeNow,
    Consumer<Theme> theme,
    Supplier<String> languageNow,
    Consumer<String> language) {}
