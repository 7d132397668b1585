package org.tonearm.model.classifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.tonearm.model.network.inference.ConvolutionWeights;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * Tells networks apart by all that decides what they say of a window: equal ones, carried by
 * several models, need hear it only once.
 *
 * @param hash of shapes, weights and standardizer
 */
record NetworkKey(String hash) {

  static NetworkKey of(NetworkWeights network, Standardizer standardizer) {
    MessageDigest digest = ModelFolder.sha256();
    add(digest, network.windowFrames() + " frames, " + network.pooling());
    for (NetworkWeights.Layer layer : network.layers()) {
      String kind = layer.getClass().getSimpleName();
      add(digest, kind + " " + layer.inputs() + " to " + layer.units());
      if (layer instanceof ConvolutionWeights maps) {
        add(digest, maps.steps() + " steps, " + maps.bands() + " bands, " + maps.channels());
      }
      add(digest, layer.weights());
      add(digest, layer.recurrent());
      add(digest, layer.bias());
    }
    for (NetworkWeights.Output head : network.heads()) {
      add(digest, head.name() + " " + head.inputs() + " to " + head.outputs());
      add(digest, head.weights());
      add(digest, head.bias());
    }
    add(digest, standardizer.mean());
    add(digest, standardizer.scale());
    return new NetworkKey(HexFormat.of().formatHex(digest.digest()));
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(MessageDigest digest, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes);
  }
}
