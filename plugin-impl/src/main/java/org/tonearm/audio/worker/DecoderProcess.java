package org.tonearm.audio.worker;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/**
 * A worker: a process that decodes one file after the other for the process that started it, over
 * its standard input and output, and ends when its input does. Nothing else is to start it.
 */
public final class DecoderProcess {
  /** Exit status that Java itself gives with {@code -XX:+ExitOnOutOfMemoryError}. */
  static final int OUT_OF_MEMORY = 3;

  /** Exit status after an exception that no decoder should throw. */
  static final int UNFORESEEN = 70;

  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
  private final ReplyWriter out = new ReplyWriter(new FileOutputStream(FileDescriptor.out));

  private DecoderProcess() {}

  /**
   * Serves until the input ends.
   *
   * @param args the decoder's class
   */
  public static void main(String[] args) {
    // Standard output belongs to the replies.
    System.setOut(System.err);
    new DecoderProcess().run(args[0]);
  }

  private void run(String decoderName) {
    Thread requests = new Thread(this::readRequests, "requests");
    requests.setDaemon(true);
    requests.start();
    // Ctrl-C reaches every process of the terminal. The parent decides when the current file is
    // done; what works here goes on working while a hook waits.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> join(requests), "await-parent"));
    beTheFirstToGo();
    try {
      AudioDecoder decoder = decoder(decoderName);
      out.ready();
      while (true) {
        serve(decoder, jobs.take());
      }
    } catch (UncheckedIOException | IOException e) {
      // Nobody listens any more.
      Runtime.getRuntime().halt(0);
    } catch (Throwable e) {
      e.printStackTrace(System.err);
      Runtime.getRuntime().halt(e instanceof OutOfMemoryError ? OUT_OF_MEMORY : UNFORESEEN);
    }
  }

  private AudioDecoder decoder(String name) throws ReflectiveOperationException {
    if (!name.equals(FfmpegDecoder.class.getName())) {
      return Class.forName(name).asSubclass(AudioDecoder.class).getConstructor().newInstance();
    }
    try {
      FfmpegLibrary.load();
    } catch (LinkageError e) {
      // Told of each file, by the decoder.
      e.printStackTrace(System.err);
    }
    return new FfmpegDecoder(out::reading);
  }

  private void serve(AudioDecoder decoder, Job job) throws IOException, InterruptedException {
    try {
      out.end(decoder.decode(job.file(), job.sampleRate(), job.excerpts(), out));
    } catch (DecodeException e) {
      out.failure(e);
    }
  }

  /** Read beside the work, so that a worker hung up in a file still sees its parent go. */
  private void readRequests() {
    try {
      while (true) {
        jobs.add(Job.read(in));
      }
    } catch (IOException | RuntimeException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** Where memory runs out, Linux is to end the worker that took it and not the parent. */
  private static void beTheFirstToGo() {
    Path score = Path.of("/proc/self/oom_score_adj");
    try {
      if (Files.isWritable(score)) {
        Files.writeString(score, "1000");
      }
    } catch (IOException e) {
      // A kindness only.
      e.printStackTrace(System.err);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
