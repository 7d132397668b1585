package org.tonearm.model.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Short names of what a result depends on, for folders in which results are kept. */
public final class ContentKey {
  private ContentKey() {}

  /**
   * The name of a text.
   *
   * @param bytes of its SHA-256 that are told, two hexadecimal digits each
   */
  public static String of(String text, int bytes) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The name of settings and of clips with their groups and labels, in their order. */
  public static String of(String settings, List<Clip> clips, int bytes) {
    StringBuilder all = new StringBuilder(settings);
    clips.forEach(c -> all.append(c.id()).append(c.group()).append(new TreeMap<>(c.columns())));
    return of(all.toString(), bytes);
  }
}
