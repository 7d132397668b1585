package org.tonearm.model.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.FeatureCache;
import org.tonearm.model.feature.Frames;

/** Brings clips and their features together, on several threads, from the cache where it can. */
public final class ExampleLoader {
  private static final Logger LOG = LoggerFactory.getLogger(ExampleLoader.class);

  private final FeatureCache cache;
  private final TrainingListener listener;

  private final BiFunction<Clip, Frames, Example> maker;

  /** Takes a cache and who is told of progress; examples keep all frames. */
  public ExampleLoader(FeatureCache cache, TrainingListener listener) {
    this(cache, listener, Example::new);
  }

  /**
   * @param cache gives the frames
   * @param listener told of progress
   * @param maker keeps of a clip's frames what is needed; called on several threads
   */
  public ExampleLoader(
      FeatureCache cache, TrainingListener listener, BiFunction<Clip, Frames, Example> maker) {
    this.cache = cache;
    this.listener = listener;
    this.maker = maker;
  }

  /**
   * Loads all clips that can be decoded, in order; others are logged and left out.
   *
   * @param jobs threads
   */
  public List<Example> load(List<Clip> clips, int jobs) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    AtomicInteger done = new AtomicInteger();
    try {
      List<Future<Optional<Example>>> parts = new ArrayList<>();
      for (Clip clip : clips) {
        parts.add(
            pool.submit(
                () -> {
                  try {
                    Frames frames = cache.frames(clip.path());
                    return frames.count() > 0
                        ? Optional.of(maker.apply(clip, frames))
                        : Optional.empty();
                  } finally {
                    listener.progress("features", done.incrementAndGet(), clips.size(), "");
                  }
                }));
      }
      List<Example> examples = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        try {
          parts.get(i).get().ifPresent(examples::add);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof DecodeException)) {
            throw new IOException("features of " + clips.get(i).path(), e.getCause());
          }
          LOG.warn("left out: {}", e.getCause().getMessage());
        }
      }
      return examples;
    } finally {
      pool.shutdownNow();
    }
  }
}
