package org.tonearm.audio.worker;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * How long one file's replies are waited for. Only waiting counts: a slow taker of samples costs
 * the worker nothing.
 *
 * <p>A sign of life must come within the limit. Signs of reading alone are believed for as long as
 * it takes to read the file once at a slow network's pace on top of that, since a parser can run in
 * circles.
 */
final class Patience {
  private static final long SLOW_BYTES_PER_SECOND = 1 << 20;

  private final long silenceNanos;
  private final long readingNanos;
  private long waited;

  Patience(Duration limit, long fileBytes) {
    this.silenceNanos = limit.toNanos();
    this.readingNanos = silenceNanos + TimeUnit.SECONDS.toNanos(fileBytes / SLOW_BYTES_PER_SECOND);
  }

  /**
   * Waits for the next reply.
   *
   * @throws WorkerDeath if there is none in time; the worker still lives
   */
  Reply await(BlockingQueue<Reply> replies) throws WorkerDeath, InterruptedException {
    long begun = System.nanoTime();
    long limit = Math.min(silenceNanos, readingNanos - waited);
    Reply reply = replies.poll(limit, TimeUnit.NANOSECONDS);
    waited += System.nanoTime() - begun;
    if (reply == null) {
      throw new WorkerDeath(
          WorkerDeath.Kind.TIMEOUT, TimeUnit.NANOSECONDS.toSeconds(waited) + " seconds", null);
    }
    if (!(reply instanceof Reply.Reading)) {
      waited = 0;
    }
    return reply;
  }
}
