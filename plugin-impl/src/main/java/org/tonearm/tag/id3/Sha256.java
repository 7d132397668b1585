package org.tonearm.tag.id3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform must have. */
final class Sha256 {
  /** Bytes of a digest. */
  static final int LENGTH = 32;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a Java platform without SHA-256", e);
    }
  }

  static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** Lower-case hexadecimal digits. */
  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
