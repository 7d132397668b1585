package org.tonearm.tag.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What programs on old Macintoshes wrote where a format states no encoding. */
public final class MacRoman {
  /** It, or Latin-1 where this Java has none. */
  public static final Charset CHARSET =
      Charset.isSupported("x-MacRoman")
          ? Charset.forName("x-MacRoman")
          : StandardCharsets.ISO_8859_1;

  private MacRoman() {}
}
