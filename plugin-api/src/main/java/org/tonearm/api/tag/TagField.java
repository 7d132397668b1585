package org.tonearm.api.tag;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.tonearm.api.Stability;
import org.tonearm.api.Task;

/** Fields that Tonearm writes. */
@Stability(Stability.Level.STABLE)
public enum TagField {
  /** TCON, GENRE, ©gen. */
  GENRE,
  /** TMOO, TXXX:MOOD, MOOD, ----:com.apple.iTunes:MOOD. */
  MOOD,
  /** COMM without description, COMMENT, ©cmt. Free text of the user, who wrote most of it. */
  COMMENT,
  /** TXXX:TONEARM, TONEARM, ----:com.apple.iTunes:TONEARM. What Tonearm notes of its own work. */
  PROVENANCE;

  /** The word used on the command line and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * True for text that is carried as it is: no separator splits or joins it, no blanks are taken
   * off its ends. False for lists of words.
   */
  public boolean isFreeText() {
    return this == COMMENT || this == PROVENANCE;
  }

  /** The field that holds a task's answer. */
  public static TagField of(Task task) {
    return valueOf(task.name());
  }

  /** The fields that hold a task's answer, in order; a new set. */
  public static Set<TagField> heard() {
    EnumSet<TagField> fields = EnumSet.noneOf(TagField.class);
    for (Task task : Task.values()) {
      fields.add(of(task));
    }
    return Collections.unmodifiableSet(fields);
  }
}
