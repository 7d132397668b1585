package org.tonearm.audio.worker;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.PcmSink;

/**
 * One worker process, seen from its parent. Used by one thread at a time; a file that did not end
 * with a report or a failure of its own leaves it useless, and it must be closed.
 */
final class DecoderWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecoderWorker.class);
  private static final long START_SECONDS = 120;

  /** Blocks read ahead; beyond them the pipe holds the worker back. */
  private static final int AHEAD = 4;

  private final Process process;
  private final DataOutputStream requests;
  private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;
  private boolean ready;
  private int files;

  private DecoderWorker(Process process) {
    this.process = process;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.reader = daemon("decoder-replies", this::readReplies);
    daemon("decoder-log", this::log);
  }

  /** Starts a process; it becomes ready while its first file is already asked for. */
  static DecoderWorker start(List<String> command) throws WorkerDeath {
    try {
      return new DecoderWorker(new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new WorkerDeath(WorkerDeath.Kind.NOT_STARTED, e.getMessage(), e);
    }
  }

  /** Files asked for so far. */
  int files() {
    return files;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Decodes a file.
   *
   * @throws DecodeException the worker's own, naming the file by its absolute path
   */
  DecodeReport decode(Job job, Patience patience, PcmSink sink)
      throws DecodeException, WorkerDeath, InterruptedException {
    files++;
    try {
      job.write(requests);
    } catch (IOException e) {
      throw died(e);
    }
    awaitReady();
    while (true) {
      Reply reply = patience.await(replies);
      if (reply instanceof Reply.Samples samples) {
        sink.accept(samples.samples(), 0, samples.samples().length);
      } else if (reply instanceof Reply.Begin begin) {
        sink.begin(begin.startSeconds());
      } else if (reply instanceof Reply.End end) {
        return end.report();
      } else if (reply instanceof Reply.Failure failure) {
        throw new DecodeException(failure.code(), failure.message(), failure.remedy());
      } else if (reply instanceof Reply.Lost) {
        throw died(null);
      }
    }
  }

  /** Ends the process, whatever it is at. */
  @Override
  public void close() {
    process.destroyForcibly();
    reader.interrupt();
    try {
      requests.close();
    } catch (IOException e) {
      LOG.debug("A decoder's input was closed already: {}", e.toString());
    }
  }

  private void awaitReady() throws WorkerDeath, InterruptedException {
    if (ready) {
      return;
    }
    Reply reply = replies.poll(START_SECONDS, TimeUnit.SECONDS);
    if (!(reply instanceof Reply.Ready)) {
      throw new WorkerDeath(
          WorkerDeath.Kind.NOT_STARTED,
          reply == null ? "not ready within " + START_SECONDS + " s" : "it ended with " + status(),
          null);
    }
    ready = true;
  }

  private WorkerDeath died(IOException cause) throws InterruptedException {
    String status = status();
    if (!ready) {
      return new WorkerDeath(WorkerDeath.Kind.NOT_STARTED, status, cause);
    }
    boolean killed = !process.isAlive() && process.exitValue() == WorkerFailures.KILLED;
    return new WorkerDeath(
        killed ? WorkerDeath.Kind.KILLED : WorkerDeath.Kind.CRASHED, status, cause);
  }

  private String status() throws InterruptedException {
    // Its output is closed, so that it is dead or about to be, or lost its mind.
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      return "replies that make no sense";
    }
    int status = process.exitValue();
    return ready ? WorkerFailures.status(status) : "exit status " + status;
  }

  private void readReplies() {
    ReplyReader in = new ReplyReader(process.getInputStream());
    try {
      try {
        while (true) {
          replies.put(in.next());
        }
      } catch (IOException e) {
        LOG.debug("A decoder's output ended: {}", e.toString());
        replies.put(new Reply.Lost());
      }
    } catch (InterruptedException e) {
      // Closed: nobody asks for more.
      Thread.currentThread().interrupt();
    }
  }

  private void log() {
    try (BufferedReader lines = process.errorReader(Charset.defaultCharset())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.debug("decoder {}: {}", process.pid(), line);
      }
    } catch (IOException e) {
      LOG.debug("A decoder's log ended: {}", e.toString());
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
