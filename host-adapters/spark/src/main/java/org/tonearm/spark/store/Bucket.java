package org.tonearm.spark.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Shares recordings out evenly by a hash of their names, the same at all times. */
public final class Bucket {
  /** How many recordings a bucket should hold: few enough that their notes fit in little memory. */
  static final int ROWS = 1_000;

  private static final int MOST = 100_000;

  private Bucket() {}

  /**
   * The bucket of a recording.
   *
   * @param uri its name
   * @param buckets how many there are, 1 or more
   * @return 0 to {@code buckets - 1}
   */
  public static int of(String uri, int buckets) {
    return Integer.remainderUnsigned(ByteBuffer.wrap(sha256(uri)).getInt(), buckets);
  }

  /** How many buckets serve so many recordings, 1 to 100,000. */
  public static int count(long rows) {
    return (int) Math.max(1, Math.min(MOST, (rows + ROWS - 1) / ROWS));
  }

  /** A recording's name as SHA-256 in lower-case hex: short, and fit for any storage. */
  public static String hash(String uri) {
    return HexFormat.of().formatHex(sha256(uri));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
