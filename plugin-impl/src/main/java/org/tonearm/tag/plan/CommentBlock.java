package org.tonearm.tag.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block such as {@code [Tonearm: Rock, Happy]} inside a comment, for programs that show a comment
 * and no mood. All text around it is the owner's and stays as it is, letter for letter.
 */
public final class CommentBlock {
  private static final String OPENING = "[Tonearm: ";
  private static final String CLOSING = "]";

  /** No bracket and no line break lies within, so a block ends where it seems to end. */
  private static final Pattern BLOCK = Pattern.compile("\\[Tonearm: [^\\[\\]\\r\\n]*\\]");

  /** With the blank that set the block off from the text before it. */
  private static final Pattern BLOCK_AND_BLANK = Pattern.compile(" ?" + BLOCK.pattern());

  private CommentBlock() {}

  /** Whether a text has a block. */
  public static boolean isIn(String text) {
    return BLOCK.matcher(text).find();
  }

  /**
   * The text with a block that has these words: in the place of the block that is there, else at
   * the end. Further blocks go.
   *
   * @param words at least one
   */
  public static String withBlock(String text, List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a block without words");
    }
    String block = OPENING + plain(String.join(", ", words)) + CLOSING;
    Matcher there = BLOCK.matcher(text);
    String own = withoutBlock(text);
    if (there.find()) {
      String replaced =
          text.substring(0, there.start()) + block + withoutBlock(text.substring(there.end()));
      // Halves of blocks around blocks can close up in another way once one of them is kept.
      if (withoutBlock(replaced).equals(own)) {
        return replaced;
      }
    }
    return own.isEmpty() ? block : own + " " + block;
  }

  /** The text without blocks, and without the one blank that stood before each. */
  public static String withoutBlock(String text) {
    String rest = text;
    // Taking a block out may close up the halves of another one.
    while (isIn(rest)) {
      rest = BLOCK_AND_BLANK.matcher(rest).replaceFirst("");
    }
    return rest;
  }

  private static String plain(String words) {
    return words.replace('[', '(').replace(']', ')').replaceAll("[\\r\\n\\x00]+", " ");
  }
}
