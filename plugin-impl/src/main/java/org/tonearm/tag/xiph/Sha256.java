package org.tonearm.tag.xiph;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
final class Sha256 {
  private Sha256() {}

  /** A fresh digest. */
  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  /** The digest's value in lower-case hex; the digest starts anew. */
  static String finish(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
