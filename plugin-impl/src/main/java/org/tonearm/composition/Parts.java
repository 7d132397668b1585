package org.tonearm.composition;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.tag.TagCodec;

/**
 * The parts that plug in. Each is asked for once, when first needed.
 *
 * @param decoders the first one is used
 * @param extractors of different ids
 * @param classifiers asked in this order
 * @param codecs asked in this order
 */
public record Parts(
    Supplier<List<AudioDecoder>> decoders,
    Supplier<List<FeatureExtractor>> extractors,
    Supplier<List<ClassifierProvider>> classifiers,
    Supplier<List<TagCodec>> codecs) {

  /** All that {@link ServiceLoader} finds on the class path. */
  public static Parts installed() {
    return new Parts(
        () -> found(AudioDecoder.class),
        () -> found(FeatureExtractor.class),
        () -> found(ClassifierProvider.class),
        () -> found(TagCodec.class));
  }

  private static <T> List<T> found(Class<T> service) {
    return ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get).toList();
  }
}
