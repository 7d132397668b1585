package com.tagtraum.beatunes.analysis;

import com.tagtraum.beatunes.BeaTunes;
import javax.swing.JComponent;

/**
 * What the user sets a task with; found by the task's name with {@code Editor} behind it.
 *
 * @param <T> the task
 */
public interface TaskEditor<T> {

  /** Told first. */
  void setApplication(BeaTunes application);

  /** What was told. */
  BeaTunes getApplication();

  /** Told when the program is known. */
  void init();

  /** What is shown. */
  JComponent getComponent();

  /** Shows a task. */
  void setTask(T task);

  /** Puts what is set into a task. */
  T getTask(T task);

  /** A new task with what is set. */
  T getTask();
}
