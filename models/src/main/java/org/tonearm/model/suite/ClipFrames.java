package org.tonearm.model.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.model.dataset.FeatureCache;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.suite.piece.FrameSource;

/** Frames of each of the papers' features, through caches on disk. Thread-safe. */
final class ClipFrames {
  private final Path folder;
  private final AudioDecoder decoder;
  private final Function<PaperFeature, FeatureExtractor> extractors;
  private final Map<PaperFeature, FeatureCache> caches = new EnumMap<>(PaperFeature.class);

  ClipFrames(
      Path folder, AudioDecoder decoder, Function<PaperFeature, FeatureExtractor> extractors) {
    this.folder = folder;
    this.decoder = decoder;
    this.extractors = extractors;
  }

  /** A clip that can't be decoded. */
  static final class UnreadableClipException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableClipException(DecodeException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** What computes a feature. */
  FeatureExtractor extractor(PaperFeature feature) {
    return cache(feature).extractor();
  }

  /** The frames of a feature; throws {@link UnreadableClipException} for a clip without any. */
  FrameSource of(PaperFeature feature) {
    FeatureCache cache = cache(feature);
    return clip -> {
      try {
        return cache.frames(clip.path());
      } catch (DecodeException e) {
        throw new UnreadableClipException(e);
      }
    };
  }

  private synchronized FeatureCache cache(PaperFeature feature) {
    return caches.computeIfAbsent(
        feature, f -> new FeatureCache(folder, decoder, extractors.apply(f)));
  }
}
