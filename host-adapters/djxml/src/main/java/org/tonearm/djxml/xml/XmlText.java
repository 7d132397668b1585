package org.tonearm.djxml.xml;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.Map;

/** References to characters in XML (1.0, sections 2.4, 4.1 and 4.6). */
public final class XmlText {
  private static final Map<String, String> OWN =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  private XmlText() {}

  /**
   * Resolves references.
   *
   * @throws IllegalArgumentException naming one that is none of XML's own
   */
  static String resolved(String raw) {
    int next = raw.indexOf('&');
    if (next < 0) {
      return raw;
    }
    StringBuilder text = new StringBuilder(raw.length());
    int done = 0;
    while (next >= 0) {
      int end = raw.indexOf(';', next);
      if (end < 0) {
        throw new IllegalArgumentException("a bare '&'");
      }
      text.append(raw, done, next).append(character(raw.substring(next + 1, end)));
      done = end + 1;
      next = raw.indexOf('&', done);
    }
    return text.append(raw, done, raw.length()).toString();
  }

  private static String character(String name) {
    String own = OWN.get(name);
    if (own != null) {
      return own;
    }
    if (name.matches("#([0-9]{1,7}|x[0-9a-fA-F]{1,6})")) {
      boolean hex = name.charAt(1) == 'x';
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      if (Character.isValidCodePoint(code) && code != 0 && !(code >= 0xD800 && code <= 0xDFFF)) {
        return Character.toString(code);
      }
    }
    throw new IllegalArgumentException("the reference '&" + shortened(name) + ";'");
  }

  private static String shortened(String name) {
    return name.length() > 20 ? name.substring(0, 20) + "…" : name;
  }

  /** A value as it comes back once written: what XML can't hold becomes a blank. */
  public static String storable(String value) {
    StringBuilder text = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(c -> text.appendCodePoint(allowed(c) || "\t\n\r".indexOf(c) >= 0 ? c : ' '));
    return text.toString();
  }

  /** A value as it can stand in an attribute and as an element's text. */
  static String escaped(String value, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder text = new StringBuilder(value.length());
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&apos;");
                case '\t', '\n', '\r' -> text.append("&#").append(c).append(';');
                default -> {
                  if (!allowed(c)) {
                    text.append(' ');
                  } else if (encoder.canEncode(Character.toString(c))) {
                    text.appendCodePoint(c);
                  } else {
                    text.append(String.format(Locale.ROOT, "&#%d;", c));
                  }
                }
              }
            });
    return text.toString();
  }

  /** XML 1.0, production 2, without what is escaped above. */
  private static boolean allowed(int c) {
    return c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
