package org.tonearm.beatunes;

import com.tagtraum.beatunes.BeaTunes;
import com.tagtraum.beatunes.analysis.TaskEditor;
import java.util.prefs.Preferences;
import javax.swing.BoxLayout;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What the user sets {@link TonearmTask} with. Used on the event thread. */
public final class TonearmTaskEditor implements TaskEditor<TonearmTask> {
  private static final String REPLACE = "replace";
  private static final String PROGRAM = "program";
  private static final int COLUMNS = 24;

  private final Preferences preferences;
  private final JPanel component = new JPanel();
  private final JCheckBox replace = new JCheckBox("Replace genres that are there");
  private final JLabel label = new JLabel("Program:");
  private final JTextField program = new JTextField(COLUMNS);
  private BeaTunes application;

  /** For beaTunes. */
  public TonearmTaskEditor() {
    this(Preferences.userNodeForPackage(TonearmTaskEditor.class));
  }

  TonearmTaskEditor(Preferences preferences) {
    this.preferences = preferences;
    component.setLayout(new BoxLayout(component, BoxLayout.Y_AXIS));
    component.setOpaque(false);
    replace.setOpaque(false);
    label.setLabelFor(program);
    component.add(replace);
    component.add(label);
    component.add(program);
    component.addPropertyChangeListener(
        "enabled",
        change -> {
          boolean enabled = Boolean.TRUE.equals(change.getNewValue());
          replace.setEnabled(enabled);
          program.setEnabled(enabled);
        });
    replace.setSelected(preferences.getBoolean(REPLACE, false));
    program.setText(preferences.get(PROGRAM, "tonearm"));
  }

  @Override
  public void setApplication(BeaTunes beaTunes) {
    this.application = beaTunes;
  }

  @Override
  public BeaTunes getApplication() {
    return application;
  }

  @Override
  public void init() {}

  @Override
  public JComponent getComponent() {
    return component;
  }

  @Override
  public void setTask(TonearmTask task) {
    replace.setSelected(task.isReplace());
    program.setText(task.getProgram());
  }

  @Override
  public TonearmTask getTask(TonearmTask task) {
    task.setReplace(replace.isSelected());
    task.setProgram(program.getText());
    preferences.putBoolean(REPLACE, task.isReplace());
    preferences.put(PROGRAM, task.getProgram());
    return task;
  }

  @Override
  public TonearmTask getTask() {
    return getTask(new TonearmTask());
  }
}
