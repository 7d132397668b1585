package org.tonearm.panel.view.settings;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The model's own threshold, or a probability by a slider or in a line. */
final class ThresholdEditor implements SettingEditor {
  private static final String MODEL = "model";
  private static final int STEPS = 100;

  private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx", "[]8[]8[grow, fill]"));
  private final JCheckBox own;
  private final JTextField line = new JTextField(5);
  private final JSlider slider = new JSlider(0, STEPS, STEPS / 2);
  private final Function<String, Object> reading;
  private final Consumer<Object> changed;
  private final DoubleConsumer seen;
  private double ofModel = 0.5;
  private String shown = "";
  private boolean showing;

  /**
   * @param name of the choice of the model's own
   * @param reading turns what was typed into a value
   * @param changed told of a value that the user has settled on
   * @param seen told of each threshold that is tried, 0 to 1
   */
  ThresholdEditor(
      String name,
      Function<String, Object> reading,
      Consumer<Object> changed,
      DoubleConsumer seen) {
    this.own = new JCheckBox(name);
    this.reading = reading;
    this.changed = changed;
    this.seen = seen;
    panel.add(own);
    panel.add(line);
    panel.add(slider, "wmin 80");
    own.addActionListener(
        event -> changed.accept(own.isSelected() ? MODEL : (Object) (slider.getValue() / 100.0)));
    slider.addChangeListener(event -> slide());
    line.addActionListener(event -> commit());
    line.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            commit();
          }
        });
  }

  /** Names the parts, and tells what they are for. */
  void name(String key, String sliderName, String tip, String ownTip) {
    slider.setToolTipText(tip);
    own.setToolTipText(ownTip);
    own.setName(key + ".own");
    slider.setName(key + ".slider");
    slider.getAccessibleContext().setAccessibleName(sliderName);
  }

  /** The threshold that the model brings. */
  void model(double threshold) {
    ofModel = threshold;
    if (own.isSelected()) {
      show(MODEL);
    }
  }

  /** The threshold that is shown, 0 to 1. */
  double threshold() {
    return slider.getValue() / (double) STEPS;
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public JComponent focus() {
    return line;
  }

  @Override
  public void show(Object raw) {
    showing = true;
    boolean model = MODEL.equals(raw);
    double value = raw instanceof Number number ? number.doubleValue() : ofModel;
    own.setSelected(model);
    slider.setEnabled(!model);
    line.setEditable(!model);
    slider.setValue((int) Math.round(STEPS * Math.min(1, Math.max(0, value))));
    shown = model || raw instanceof Number ? text(value) : String.valueOf(raw);
    line.setText(shown);
    showing = false;
    seen.accept(threshold());
  }

  private void slide() {
    if (showing) {
      return;
    }
    seen.accept(threshold());
    shown = text(threshold());
    line.setText(shown);
    if (!slider.getValueIsAdjusting()) {
      changed.accept(threshold());
    }
  }

  private void commit() {
    String typed = line.getText().strip();
    if (!showing && !own.isSelected() && !typed.equals(shown)) {
      shown = typed;
      changed.accept(reading.apply(typed));
    }
  }

  private static String text(double value) {
    return value == Math.rint(100 * value) / 100
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.valueOf(value);
  }
}
