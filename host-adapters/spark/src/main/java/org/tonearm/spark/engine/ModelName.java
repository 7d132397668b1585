package org.tonearm.spark.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.run.ModelInUse;

/** One name for all that scores depend on: models, their weights, and the parts that are heard. */
public final class ModelName {
  private ModelName() {}

  /** Ids joined by a plus sign, and a hash: another one for other weights, features or parts. */
  public static String of(List<ModelInUse> models, Excerpts excerpts) {
    String ids =
        models.stream()
            .map(model -> model.classifier().info().id())
            .collect(Collectors.joining("+"));
    String all =
        models.stream()
            .map(model -> model.classifier().version() + " " + model.extractor().id())
            .collect(Collectors.joining("\n", "", "\n" + excerpts.count()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return ids + "." + HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
