package org.tonearm.audio.worker;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;

/**
 * Decodes in a few long-lived worker processes, each started when it is first needed, so that a
 * file on which the decoder crashes, hangs or runs out of memory costs that file alone: it fails
 * with {@code decoder-crashed}, {@code out-of-memory} or {@code decoder-timeout}, and the next file
 * gets a fresh worker.
 *
 * <p>The samples are those of the decoder within this process, bit by bit; only how many of them
 * come at a time differs. Thread-safe; a call waits while all workers are busy. Workers end when
 * this is closed, and by themselves when this process ends in whatever way.
 */
public final class WorkerDecoder implements AudioDecoder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerDecoder.class);

  private final DecoderSettings settings;
  private final List<String> command;
  private final Semaphore free;
  private final Deque<DecoderWorker> idle = new ArrayDeque<>();
  private final Set<DecoderWorker> all = new HashSet<>();
  private boolean closed;

  /**
   * Starts nothing yet.
   *
   * @param decoder what the workers decode by; of a public class with a public constructor without
   *     parameters, as {@link java.util.ServiceLoader} wants it, on this process's class path
   * @param settings with at least one worker
   */
  public WorkerDecoder(AudioDecoder decoder, DecoderSettings settings) {
    this(WorkerCommand.of(decoder.getClass()), settings);
  }

  WorkerDecoder(List<String> command, DecoderSettings settings) {
    if (settings.inProcess()) {
      throw new IllegalArgumentException("at least one worker expected");
    }
    this.command = List.copyOf(command);
    this.settings = settings;
    this.free = new Semaphore(settings.workers(), true);
  }

  /**
   * {@inheritDoc}
   *
   * @param file on the default file system
   * @throws DecodeException the decoder's own; {@code decoder-crashed}, {@code out-of-memory} (the
   *     system killed the worker), {@code decoder-timeout} or {@code decoder-unavailable} (no
   *     worker could be started)
   */
  @Override
  public DecodeReport decode(Path file, int sampleRate, Excerpts excerpts, PcmSink sink)
      throws DecodeException, InterruptedException {
    if (sampleRate < 1) {
      throw new IllegalArgumentException("the sample rate must be 1 Hz or more, not " + sampleRate);
    }
    if (file.getFileSystem() != FileSystems.getDefault()) {
      throw new IllegalArgumentException(file + " is not on the default file system");
    }
    Job job = new Job(file, sampleRate, excerpts);
    StartedSink started = new StartedSink(sink);
    free.acquire();
    try {
      DecoderWorker worker = take();
      boolean fresh = worker.files() == 0;
      try {
        return attempt(worker, job, started);
      } catch (WorkerDeath death) {
        // What an earlier file left behind may have felled it. Samples can't be called back.
        if (fresh || started.begun() || !death.worthAnother()) {
          throw death;
        }
        LOG.debug("Once more by a fresh worker: {}", file, death);
        return attempt(start(), job, started);
      }
    } catch (WorkerDeath death) {
      LOG.debug("A decoder ended at {}", file, death);
      throw WorkerFailures.of(file, death);
    } catch (DecodeException e) {
      throw named(e, file);
    } finally {
      free.release();
    }
  }

  /** Ends all workers; decodes that run in them fail. */
  @Override
  public synchronized void close() {
    closed = true;
    all.forEach(DecoderWorker::close);
    all.clear();
    idle.clear();
  }

  /** The processes that live now. */
  synchronized List<ProcessHandle> processes() {
    return all.stream().map(DecoderWorker::handle).filter(ProcessHandle::isAlive).toList();
  }

  private DecodeReport attempt(DecoderWorker worker, Job job, PcmSink sink)
      throws DecodeException, WorkerDeath, InterruptedException {
    boolean well = false;
    try {
      DecodeReport report =
          worker.decode(job, new Patience(settings.timeLimit(), size(job.file())), sink);
      well = true;
      return report;
    } catch (DecodeException e) {
      well = true;
      throw e;
    } finally {
      giveBack(worker, well);
    }
  }

  private DecoderWorker take() throws WorkerDeath {
    synchronized (this) {
      while (!idle.isEmpty()) {
        DecoderWorker worker = idle.pop();
        if (worker.handle().isAlive()) {
          return worker;
        }
        discard(worker);
      }
    }
    return start();
  }

  private synchronized DecoderWorker start() throws WorkerDeath {
    if (closed) {
      throw new IllegalStateException("the decoder is closed");
    }
    DecoderWorker worker = DecoderWorker.start(command);
    all.add(worker);
    return worker;
  }

  private synchronized void giveBack(DecoderWorker worker, boolean well) {
    if (well && !closed && worker.files() < settings.filesPerWorker()) {
      idle.push(worker);
    } else {
      discard(worker);
    }
  }

  private void discard(DecoderWorker worker) {
    all.remove(worker);
    worker.close();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // The worker says so in its own words.
      return 0;
    }
  }

  /** The worker knows the file by its absolute path; the user gave another name, perhaps. */
  private static DecodeException named(DecodeException e, Path file) {
    String message = e.getMessage().replace(file.toAbsolutePath().toString(), file.toString());
    return message.equals(e.getMessage())
        ? e
        : new DecodeException(e.code(), message, e.remedy(), e);
  }
}
