package org.tonearm.model.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.network.paper.PaperFeature;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.training.TrainingListener;

/** Brings all clips' features into the cache before anything is trained. */
record FeaturePass(ClipFrames frames, TrainingListener listener) {
  private static final Logger LOG = LoggerFactory.getLogger(FeaturePass.class);

  /**
   * Computes what the cache lacks.
   *
   * @param jobs threads
   * @return ids of clips that can't be decoded or give no frame: they are left out of every row
   */
  Set<String> run(Collection<PaperFeature> features, List<Clip> clips, int jobs)
      throws IOException, InterruptedException {
    Set<String> unreadable = ConcurrentHashMap.newKeySet();
    ExecutorService pool = Executors.newFixedThreadPool(jobs);
    try {
      for (PaperFeature feature : features) {
        FrameSource source = frames.of(feature);
        String stage = "features " + feature.name().toLowerCase(Locale.ROOT);
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> parts = new ArrayList<>();
        for (Clip clip : clips) {
          parts.add(
              pool.submit(
                  () -> {
                    if (!readable(source, clip)) {
                      unreadable.add(clip.id());
                    }
                    listener.progress(stage, done.incrementAndGet(), clips.size(), "");
                    return null;
                  }));
        }
        for (Future<?> part : parts) {
          part.get();
        }
      }
      return Set.copyOf(unreadable);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("features failed: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean readable(FrameSource source, Clip clip)
      throws IOException, InterruptedException {
    try {
      if (source.frames(clip).count() > 0) {
        return true;
      }
      LOG.warn("left out, too short: {}", clip.path());
    } catch (ClipFrames.UnreadableClipException e) {
      LOG.warn("left out: {}", e.getMessage());
    }
    return false;
  }
}
