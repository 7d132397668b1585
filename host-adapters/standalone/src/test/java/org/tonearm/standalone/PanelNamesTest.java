package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.FocusListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JProgressBar;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.Theme;
import org.tonearm.panel.view.settings.LookChoices;
import org.tonearm.panel.view.settings.SettingsView;

/** What a screen reader says of every control there is, in each language. */
final class PanelNamesTest {
  @TempDir Path temp;

  @Test
  void everyControlHasANameAndADescription() throws InterruptedException {
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      PanelView panel = PanelDriver.onScreen(() -> panel(language));
      try {
        List<String> wrong = new ArrayList<>();
        int controls = PanelDriver.onScreen(() -> visit(panel.component(), wrong));
        assertThat(wrong).as(language.toString()).isEmpty();
        // Four views, ten pages of settings: a walk that finds few has lost its way.
        assertThat(controls).isGreaterThan(150);
      } finally {
        PanelDriver.close(panel);
      }
    }
  }

  private PanelView panel(Locale language) {
    PanelView panel =
        new PanelView(
            new MadeUpEngine(new MadeUpLibrary(2).tracks(5)),
            new Texts(language),
            SwingUtilities::invokeLater,
            System::nanoTime,
            rate -> Optional.empty());
    MadeUpSettings source = new MadeUpSettings(temp.resolve("tonearm.toml"));
    SettingsView.addTo(
        panel,
        source,
        new SettingsDesk(source.store(), SwingUtilities::invokeLater, panel::tell),
        Optional.of(new LookChoices(() -> Theme.LIGHT, theme -> {}, () -> "", tag -> {})));
    return panel;
  }

  private static int visit(Component part, List<String> wrong) {
    int controls = 0;
    if (part instanceof JComponent component && isControl(component)) {
      controls++;
      AccessibleContext context = component.getAccessibleContext();
      if (isBlank(context.getAccessibleName())) {
        wrong.add("no name: " + described(component));
      }
      if (isBlank(context.getAccessibleDescription())) {
        wrong.add("no description: " + described(component));
      }
    }
    // What these are made of speaks through them.
    if (part instanceof Container container && !(part instanceof JComboBox)) {
      for (Component child : container.getComponents()) {
        controls += visit(child, wrong);
      }
    }
    return controls;
  }

  /** What can have the focus, and what tells how far something is. */
  private static boolean isControl(JComponent part) {
    boolean swings =
        part instanceof AbstractButton
            || part instanceof JComboBox
            || part instanceof JList
            || part instanceof JSlider
            || part instanceof JSpinner
            || part instanceof JTable
            || part instanceof JTree
            || part instanceof JTextComponent
            || part instanceof JProgressBar;
    boolean own = part.getClass().getName().startsWith("org.tonearm");
    // Arrows of scroll bars and spinners are part of these.
    boolean arrow =
        part instanceof AbstractButton && !part.getClass().getName().startsWith("javax.swing.J");
    return part instanceof JProgressBar
        || (part.isFocusable() && !arrow && (swings || (own && hasKeys(part))));
  }

  private static boolean hasKeys(JComponent part) {
    return part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).size() > 0
        && part.getListeners(FocusListener.class).length > 0;
  }

  private static String described(JComponent part) {
    return part.getClass().getSimpleName()
        + " "
        + part.getName()
        + " in "
        + (part.getParent() == null ? "" : part.getParent().getName());
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
