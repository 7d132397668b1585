package org.tonearm.panel.view;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Tells of each change of a text.
 *
 * @param told called after it
 */
public record Typed(Runnable told) implements DocumentListener {
  @Override
  public void insertUpdate(DocumentEvent event) {
    told.run();
  }

  @Override
  public void removeUpdate(DocumentEvent event) {
    told.run();
  }

  @Override
  public void changedUpdate(DocumentEvent event) {
    told.run();
  }
}
