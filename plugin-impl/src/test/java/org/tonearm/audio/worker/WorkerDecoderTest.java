package org.tonearm.audio.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.CollectingSink;
import org.tonearm.audio.EncodedAudio;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.audio.encode.EncodeFormat;

/** FFmpeg in workers: the same samples, and what happens to a process happens to it alone. */
class WorkerDecoderTest {
  private static final int RATE = 22_050;
  private static final WorkerDecoder WORKERS =
      new WorkerDecoder(new FfmpegDecoder(), DecoderSettings.of(3));

  @TempDir Path folder;

  @AfterAll
  static void endWorkers() {
    WORKERS.close();
  }

  @ParameterizedTest
  @EnumSource
  void theSamplesAreThoseOfADecoderWithinThisProcess(EncodeFormat format) throws Exception {
    Path file = track(format, 40);
    for (Excerpts excerpts : List.of(Excerpts.WHOLE, new Excerpts(1))) {
      CollectingSink expected = new CollectingSink();
      DecodeReport report = new FfmpegDecoder().decode(file, RATE, excerpts, expected);
      CollectingSink actual = new CollectingSink();

      assertThat(WORKERS.decode(file, RATE, excerpts, actual)).isEqualTo(report);

      assertThat(actual.starts()).isEqualTo(expected.starts());
      for (int i = 0; i < expected.starts().size(); i++) {
        assertThat(Arrays.equals(actual.stretch(i), expected.stretch(i))).isTrue();
      }
    }
  }

  @Test
  void manyFilesAtOnceShareAFewProcesses() throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (EncodeFormat format : EncodeFormat.values()) {
      Path file = track(format, 5);
      float[] expected = decode(new FfmpegDecoder(), file);
      for (int i = 0; i < 3; i++) {
        tasks.add(() -> Arrays.equals(decode(WORKERS, file), expected));
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      for (Future<Boolean> same : threads.invokeAll(tasks)) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(WORKERS.processes()).hasSizeBetween(1, 3);
  }

  @Test
  void aNameThatIsNoTextReachesTheWorker() throws Exception {
    Path plain = track(EncodeFormat.FLAC, 1);
    Path odd = null;
    try {
      odd = Path.of(URI.create(folder.toUri() + "caf%E9%20%F0%9F%8E%B5.flac"));
      Files.copy(plain, odd);
    } catch (IOException | RuntimeException e) {
      assumeTrue(false, "skipped: this file system takes no such name: " + e.getMessage());
    }

    assertThat(decode(WORKERS, odd)).hasSize(RATE);
  }

  @Test
  void aFileIsCalledAsTheCallerCallsIt() {
    Path relative = Path.of("no", "such.mp3");

    DecodeException failure =
        catchThrowableOfType(DecodeException.class, () -> decode(WORKERS, relative));

    assertThat(failure).hasMessage("There is no file " + relative + ".");
  }

  /** Killed, and brought down by a memory fault, in the middle of a file. */
  @ParameterizedTest
  @CsvSource({"KILL, out-of-memory", "SEGV, decoder-crashed", "ABRT, decoder-crashed"})
  void aKilledWorkerCostsItsFileAlone(String signal, String code) throws Exception {
    Path file = track(EncodeFormat.FLAC, 120);
    try (WorkerDecoder workers = new WorkerDecoder(new FfmpegDecoder(), DecoderSettings.of(1))) {
      OnFirstSamples sink = new OnFirstSamples(() -> signal(signal, workers.processes()));

      DecodeException failure =
          catchThrowableOfType(
              DecodeException.class, () -> workers.decode(file, RATE, Excerpts.WHOLE, sink));

      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).hasMessageContaining(file.toString());
      assertThat(failure.remedy()).isNotBlank();
      assertThat(decode(workers, file)).hasSize(120 * RATE);
    }
  }

  @Test
  void aWorkerThatStandsStillIsReplaced() throws Exception {
    Path file = track(EncodeFormat.FLAC, 120);
    DecoderSettings hasty = new DecoderSettings(1, Duration.ofSeconds(3), 100);
    try (WorkerDecoder workers = new WorkerDecoder(new FfmpegDecoder(), hasty)) {
      List<ProcessHandle> stopped = new ArrayList<>();
      OnFirstSamples sink =
          new OnFirstSamples(
              () -> {
                stopped.addAll(workers.processes());
                signal("STOP", stopped);
              });

      DecodeException failure =
          catchThrowableOfType(
              DecodeException.class, () -> workers.decode(file, RATE, Excerpts.WHOLE, sink));

      assertThat(failure.code()).isEqualTo("decoder-timeout");
      Eventually.gone(stopped);
      assertThat(decode(workers, file)).hasSize(120 * RATE);
    }
  }

  /** As at a terminal, where Ctrl-C reaches parent and workers alike. */
  @Test
  void ctrlCLeavesTheWorkToTheParent() throws Exception {
    Path file = track(EncodeFormat.FLAC, 60);
    List<ProcessHandle> processes;
    try (WorkerDecoder workers = new WorkerDecoder(new FfmpegDecoder(), DecoderSettings.of(1))) {
      OnFirstSamples sink = new OnFirstSamples(() -> signal("INT", workers.processes()));

      assertThat(workers.decode(file, RATE, Excerpts.WHOLE, sink).samples()).isEqualTo(60L * RATE);

      processes = workers.processes();
      assertThat(processes).hasSize(1);
    }
    Eventually.gone(processes);
  }

  @Test
  void interruptionEndsTheDecode() throws Exception {
    Path file = track(EncodeFormat.FLAC, 120);
    OnFirstSamples sink = new OnFirstSamples(() -> Thread.currentThread().interrupt());

    assertThatThrownBy(() -> WORKERS.decode(file, RATE, Excerpts.WHOLE, sink))
        .isInstanceOf(InterruptedException.class);

    assertThat(sink.samples).isLessThan(120L * RATE);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(decode(WORKERS, file)).hasSize(120 * RATE);
  }

  @Test
  void noWorkerOutlivesItsParent() throws Exception {
    Path file = track(EncodeFormat.WAV, 2);
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LonelyParent.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<ProcessHandle> workers;
    try (Scanner told = new Scanner(parent.getInputStream(), "UTF-8")) {
      assertThat(told.nextLine()).isEqualTo("in the middle of a file");
      workers = parent.children().toList();
      assertThat(workers).hasSize(1);
    } finally {
      parent.destroyForcibly();
    }
    assertThat(parent.waitFor(60, TimeUnit.SECONDS)).isTrue();

    Eventually.gone(workers);
  }

  /** Says when a worker hangs in a file, and then waits to be killed. */
  static final class LonelyParent {
    private LonelyParent() {}

    /** Never returns by itself. */
    public static void main(String[] args) throws Exception {
      Path words = Files.createTempFile("words", ".txt");
      Files.writeString(words, "samples stop");
      WorkerDecoder workers = new WorkerDecoder(new MisbehavingDecoder(), DecoderSettings.of(1));
      workers.decode(
          words,
          RATE,
          Excerpts.WHOLE,
          new OnFirstSamples(
              () -> {
                System.out.println("in the middle of a file");
                System.out.flush();
              }));
    }
  }

  private static void signal(String name, List<ProcessHandle> processes) {
    try {
      for (ProcessHandle process : processes) {
        Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
        assumeTrue(kill.waitFor() == 0, "skipped: kill -" + name + " failed");
      }
    } catch (IOException e) {
      assumeTrue(false, "skipped: there is no program 'kill'");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static float[] decode(AudioDecoder decoder, Path file) throws Exception {
    CollectingSink sink = new CollectingSink();
    decoder.decode(file, RATE, Excerpts.WHOLE, sink);
    return sink.stretch(0);
  }

  private Path track(EncodeFormat format, int seconds) throws Exception {
    float[][] sound = {EncodedAudio.glide(200, 5_000, 0.5, seconds, RATE)};
    String name = format.id() + "." + format.extension();
    return EncodedAudio.encode(folder, name, format.id(), sound, RATE);
  }

  /** Does something once samples come, and counts them. */
  private static final class OnFirstSamples implements PcmSink {
    private final Runnable action;
    private long samples;

    OnFirstSamples(Runnable action) {
      this.action = action;
    }

    @Override
    public void begin(double startSeconds) {
      action.run();
    }

    @Override
    public void accept(float[] taken, int offset, int length) {
      samples += length;
    }
  }
}
