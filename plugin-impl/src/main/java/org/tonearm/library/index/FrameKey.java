package org.tonearm.library.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tonearm.api.audio.Excerpts;

/**
 * Which frames: of which audio, made by which extractor, of which parts of the track.
 *
 * @param fingerprint the audio
 * @param extractor id of the {@code FeatureExtractor}, which changes whenever a value would
 * @param excerpts the parts
 */
public record FrameKey(Fingerprint fingerprint, String extractor, Excerpts excerpts) {
  /** Changes with what a file's samples come out as, which no extractor's id tells. */
  public static final String DECODING = "2";

  /** All of the key in one line. */
  String text() {
    return fingerprint + " " + extractor + " " + excerpts.count() + " " + DECODING;
  }

  /** A name for a file, the same for equal keys alone. */
  String name() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
