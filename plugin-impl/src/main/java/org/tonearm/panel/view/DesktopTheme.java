package org.tonearm.panel.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Whether the desktop is dark, asked of a program that each system has. */
final class DesktopTheme {
  private static final int PATIENCE_SECONDS = 2;
  private static final int MOST_BYTES = 4096;

  private DesktopTheme() {}

  /**
   * Whether it is dark; false if it can't be told.
   *
   * @param system as of the system property {@code os.name}
   */
  static boolean dark(String system) {
    if (system.startsWith("Mac")) {
      return says(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark");
    }
    if (system.startsWith("Windows")) {
      String themes = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
      return says(List.of("reg", "query", themes, "/v", "AppsUseLightTheme"), "0x0");
    }
    return says(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "dark");
  }

  private static boolean says(List<String> command, String word) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        return false;
      }
      try (InputStream out = process.getInputStream()) {
        String said = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return said.toLowerCase(Locale.ROOT).contains(word);
      }
    } catch (IOException e) {
      return false; // no such desktop
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
