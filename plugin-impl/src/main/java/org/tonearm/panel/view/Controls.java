package org.tonearm.panel.view;

import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.KeyStroke;
import org.tonearm.panel.Texts;

/**
 * Makes controls by their key among the texts: {@code KEY} is the label, {@code KEY.mnemonic} its
 * letter, {@code KEY.tip} what it does in a sentence, which a screen reader reads too.
 *
 * @param texts the words
 */
public record Controls(Texts texts) {

  /** A button. */
  public JButton button(String key, Runnable action) {
    JButton button = new JButton(texts.get(key));
    dress(button, key);
    button.addActionListener(event -> action.run());
    return button;
  }

  /** A tick. */
  public JCheckBox tick(String key, Runnable action) {
    JCheckBox tick = new JCheckBox(texts.get(key));
    dress(tick, key);
    tick.addActionListener(event -> action.run());
    return tick;
  }

  /** A label for another component, whose mnemonic goes there. */
  public JLabel label(String key, JComponent target) {
    JLabel label = new JLabel(texts.get(key));
    if (texts.has(key + ".mnemonic")) {
      label.setDisplayedMnemonic(letter(key));
    }
    label.setLabelFor(target);
    name(target, key);
    return label;
  }

  /** Names a component for screen readers, and tells what it is for. */
  public void name(JComponent component, String key) {
    component.setName(key);
    component.getAccessibleContext().setAccessibleName(texts.get(key));
    if (texts.has(key + ".tip")) {
      component.setToolTipText(texts.get(key + ".tip"));
      component.getAccessibleContext().setAccessibleDescription(texts.get(key + ".tip"));
    }
  }

  /** Has a key do something while a component or what is in it has the focus. */
  public static void key(JComponent component, String stroke, Action action) {
    component
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(stroke), stroke);
    component.getActionMap().put(stroke, action);
  }

  private void dress(AbstractButton button, String key) {
    if (texts.has(key + ".mnemonic")) {
      button.setMnemonic(letter(key));
    }
    name(button, key);
  }

  private int letter(String key) {
    return KeyEvent.getExtendedKeyCodeForChar(texts.get(key + ".mnemonic").charAt(0));
  }
}
