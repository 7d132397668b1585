package org.tonearm.spark.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Hashes of a whole content. */
public final class ContentHash {
  private ContentHash() {}

  /**
   * SHA-256; reads a stream to its end and closes it.
   *
   * @return in lower-case hex
   */
  public static String of(InputStream content) throws IOException {
    return HexFormat.of().formatHex(digest(content, "SHA-256"));
  }

  /** MD5 as servers of objects want it, in Base64; likewise. */
  static String md5(InputStream content) throws IOException {
    return Base64.getEncoder().encodeToString(digest(content, "MD5"));
  }

  private static byte[] digest(InputStream content, String algorithm) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(content, MessageDigest.getInstance(algorithm))) {
      in.transferTo(OutputStream.nullOutputStream());
      return in.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
