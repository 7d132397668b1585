package org.tonearm.api.tag;

import java.util.Locale;
import org.tonearm.api.Stability;
import org.tonearm.api.Task;

/** Fields that Tonearm writes. */
@Stability(Stability.Level.STABLE)
public enum TagField {
  /** TCON, GENRE, ©gen. */
  GENRE,
  /** TMOO, TXXX:MOOD, MOOD, ----:com.apple.iTunes:MOOD. */
  MOOD;

  /** The word used on the command line and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field that holds a task's answer. */
  public static TagField of(Task task) {
    return valueOf(task.name());
  }
}
