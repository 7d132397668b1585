package org.tonearm.model.classifier;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.network.inference.WeightsFile;
import org.tonearm.model.statistics.Standardizer;

/**
 * Tells networks apart that were read from disk, by all that decides what they say of a window:
 * equal ones, carried by several models, need hear it only once. Networks in memory that differ by
 * less than the rounding of the file have one key.
 *
 * @param hash of the weights as they are written to disk, and of the standardizer
 */
record NetworkKey(String hash) {

  static NetworkKey of(NetworkWeights weights, Standardizer standardizer) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
        WeightsFile.write(weights, out);
        StatisticsFormat.write(out, standardizer);
      }
      return new NetworkKey(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException("a hash can't fail to be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
