package org.tonearm.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a whole content. */
public final class ContentHash {
  private static final int CHUNK = 64 * 1024;

  private ContentHash() {}

  /**
   * Reads a stream to its end and closes it.
   *
   * @return in lower-case hex
   */
  public static String of(InputStream content) throws IOException {
    try (DigestInputStream in = new DigestInputStream(content, digest())) {
      byte[] chunk = new byte[CHUNK];
      while (in.read(chunk) >= 0) {
        continue;
      }
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
