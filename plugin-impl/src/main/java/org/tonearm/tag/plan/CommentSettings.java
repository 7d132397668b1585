package org.tonearm.tag.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What becomes of Tonearm's block in the comment of a track.
 *
 * @param mode write it, or take it out
 */
public record CommentSettings(Mode mode) {
  /** What to do. */
  public enum Mode {
    /** The block says what was heard. */
    WRITE,
    /** The block goes, wherever it is found. */
    REMOVE
  }

  /** Checks that nothing is null. */
  public CommentSettings {
    Objects.requireNonNull(mode);
  }

  /**
   * The comments of a track as they should be.
   *
   * @param comments as they are, each a text of its own
   * @param words what was heard; if empty, nothing is written
   */
  List<String> applied(List<String> comments, List<String> words) {
    if (mode == Mode.REMOVE) {
      return comments.stream()
          .map(comment -> CommentBlock.isIn(comment) ? CommentBlock.withoutBlock(comment) : comment)
          .filter(comment -> !comment.isEmpty())
          .toList();
    }
    if (words.isEmpty()) {
      return comments;
    }
    if (comments.isEmpty()) {
      return List.of(CommentBlock.withBlock("", words));
    }
    List<String> changed = new ArrayList<>(comments);
    int place = 0;
    for (int i = comments.size() - 1; i >= 0; i--) {
      if (CommentBlock.isIn(comments.get(i))) {
        place = i;
      }
    }
    changed.set(place, CommentBlock.withBlock(comments.get(place), words));
    return List.copyOf(changed);
  }
}
