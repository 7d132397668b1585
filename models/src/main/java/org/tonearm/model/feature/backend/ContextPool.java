package org.tonearm.model.feature.backend;

import java.lang.ref.Cleaner;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Contexts of one kind and length. A context has scratch memory and serves one thread at a time; as
 * many are made as threads ask at once, and they are freed when nobody holds the pool any more.
 */
final class ContextPool {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Supplier<AvContext> factory;
  private final ConcurrentLinkedDeque<AvContext> idle = new ConcurrentLinkedDeque<>();

  ContextPool(Supplier<AvContext> factory) {
    this.factory = factory;
    ConcurrentLinkedDeque<AvContext> contexts = idle;
    CLEANER.register(this, () -> contexts.forEach(AvContext::close));
  }

  /** Transforms the first floats of an array into its first floats. */
  void run(float[] data, int floatsIn, int floatsOut) {
    AvContext context = idle.poll();
    if (context == null) {
      context = factory.get();
    }
    try {
      context.run(data, floatsIn, floatsOut);
    } finally {
      idle.push(context);
    }
  }
}
