package org.tonearm.djxml.xml;

import java.nio.charset.Charset;

/**
 * A stretch of a file that is replaced.
 *
 * @param start offset in bytes
 * @param end offset after it; the same as the start where something is put in
 * @param text markup that takes its place
 */
public record Splice(long start, long end, String text) {

  /** Of a value between pieces of markup, escaped as the file's encoding needs it. */
  public static Splice of(
      long start, long end, String before, String value, String after, Charset charset) {
    return new Splice(start, end, before + XmlText.escaped(value, charset) + after);
  }
}
