package org.tonearm.panel.view;

import java.awt.Color;
import java.util.Map;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/**
 * Sets the look of all that is made afterwards: FlatLaf where it is on the class path, else the
 * JDK's Nimbus in colours of ours.
 */
public final class Appearance {
  private static final String NIMBUS = "javax.swing.plaf.nimbus.NimbusLookAndFeel";

  private static final Map<String, Color> DARK =
      Map.ofEntries(
          Map.entry("control", new Color(0x2B2D30)),
          Map.entry("info", new Color(0x3C3F41)),
          Map.entry("nimbusBase", new Color(0x1E2A38)),
          Map.entry("nimbusBlueGrey", new Color(0x3C4450)),
          Map.entry("nimbusLightBackground", new Color(0x1E1F22)),
          Map.entry("nimbusSelectionBackground", new Color(0x2E5C8A)),
          Map.entry("nimbusSelectedText", Color.WHITE),
          Map.entry("Table[Enabled+Selected].textForeground", Color.WHITE),
          Map.entry("nimbusFocus", new Color(0x5A9BD5)),
          Map.entry("nimbusDisabledText", new Color(0x8A8D91)),
          Map.entry("nimbusOrange", new Color(0x2F6DA8)),
          Map.entry("text", new Color(0xE4E6E8)),
          Map.entry("menuText", new Color(0xE4E6E8)),
          Map.entry("infoText", new Color(0xE4E6E8)),
          Map.entry("controlText", new Color(0xE4E6E8)),
          Map.entry("textForeground", new Color(0xE4E6E8)));

  private static final Map<String, Color> LIGHT =
      Map.of(
          "control", new Color(0xF2F3F5),
          "nimbusBase", new Color(0x4A6D8C),
          "nimbusBlueGrey", new Color(0xC6CCD4),
          "nimbusOrange", new Color(0x8FBCE6));

  private Appearance() {}

  /** Sets the look. On the event thread, before any component is made. */
  public static void set(Theme theme) {
    boolean dark =
        theme == Theme.DARK
            || (theme == Theme.SYSTEM && DesktopTheme.dark(System.getProperty("os.name")));
    try {
      if (!flat(dark)) {
        UIManager.setLookAndFeel(NIMBUS);
        (dark ? DARK : LIGHT).forEach(UIManager::put);
        Map<String, Color> other = dark ? LIGHT : DARK;
        other.keySet().stream()
            .filter(key -> !(dark ? DARK : LIGHT).containsKey(key))
            .forEach(key -> UIManager.put(key, null));
        // Nimbus works out its colours when it is set.
        UIManager.setLookAndFeel(NIMBUS);
      }
    } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
      throw new IllegalStateException("this Java has no look for windows", e);
    }
  }

  private static boolean flat(boolean dark)
      throws ReflectiveOperationException, UnsupportedLookAndFeelException {
    try {
      UIManager.setLookAndFeel("com.formdev.flatlaf.Flat" + (dark ? "Dark" : "Light") + "Laf");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
