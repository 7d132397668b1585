package org.tonearm.audio.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;

/** What becomes of a file whose worker ends, and of the next one. */
class WorkerFaultsTest {
  @TempDir Path folder;

  private final WorkerDecoder decoder =
      new WorkerDecoder(
          new MisbehavingDecoder(), new DecoderSettings(1, Duration.ofSeconds(20), 100));

  @AfterEach
  void endWorkers() {
    decoder.close();
  }

  @ParameterizedTest
  @CsvSource({
    "memory-fault, exit status 1 (a fault in native code)",
    "samples memory-fault, exit status 1 (a fault in native code)",
    "exit, exit status 9",
    "exhaust, exit status 3 (it ran out of memory)",
    "throw, exit status 70 (an error in the decoder itself)"
  })
  void aWorkerThatEndsCostsItsFileAlone(String words, String status) throws Exception {
    DecodeException failure = failure(file("bad", words));

    assertThat(failure.code()).isEqualTo("decoder-crashed");
    assertThat(failure).hasMessageContaining("bad").hasMessageContaining(status);
    assertThat(failure.remedy()).isNotBlank();
    assertThat(decode(file("good", "samples")).format()).isEqualTo("words");
  }

  @Test
  void aWorkerThatHangsIsEnded() throws Exception {
    DecoderSettings hasty = new DecoderSettings(1, Duration.ofMillis(1_500), 100);
    try (WorkerDecoder workers = new WorkerDecoder(new MisbehavingDecoder(), hasty)) {
      workers.decode(file("first", "samples"), 100, Excerpts.WHOLE, new Counting());
      List<ProcessHandle> first = workers.processes();

      DecodeException failure =
          catchThrowableOfType(
              DecodeException.class,
              () ->
                  workers.decode(file("bad", "samples stop"), 100, Excerpts.WHOLE, new Counting()));

      assertThat(failure.code()).isEqualTo("decoder-timeout");
      assertThat(failure).hasMessageContaining("bad");
      Eventually.gone(first);
      workers.decode(file("good", "samples"), 100, Excerpts.WHOLE, new Counting());
    }
  }

  @Test
  void whatTheTakerNeedsIsNotTheWorkersTime() throws Exception {
    DecoderSettings hasty = new DecoderSettings(1, Duration.ofMillis(1_500), 100);
    try (WorkerDecoder workers = new WorkerDecoder(new MisbehavingDecoder(), hasty)) {
      Counting slow =
          new Counting() {
            @Override
            public void begin(double startSeconds) {
              try {
                Thread.sleep(2_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
          };

      workers.decode(file("good", "samples samples"), 100, Excerpts.WHOLE, slow);

      assertThat(slow.samples).isEqualTo(2L * ReplyWriter.BLOCK);
    }
  }

  /** It may have been an earlier file that broke the worker. */
  @Test
  void aFileThatFellsAnOldWorkerIsGivenToAFreshOne() throws Exception {
    decode(file("one", "samples"));

    DecodeReport report = decode(file("two", "memory-fault-unless-first samples"));

    assertThat(report.samples()).isEqualTo(1);
  }

  @Test
  void samplesHandedOverCantBeCalledBack() throws Exception {
    decode(file("one", "samples"));

    assertThat(failure(file("two", "samples memory-fault-unless-first")).code())
        .isEqualTo("decoder-crashed");
  }

  @Test
  void aWorkerKilledBetweenFilesIsReplaced() throws Exception {
    decode(file("one", "samples"));
    List<ProcessHandle> first = decoder.processes();
    first.forEach(ProcessHandle::destroyForcibly);

    assertThat(decode(file("two", "samples")).samples()).isEqualTo(1);
  }

  @Test
  void wordsOfItsOwnKeepTheWorker() throws Exception {
    DecodeException failure = failure(file("bad", "refuse"));
    List<ProcessHandle> first = decoder.processes();

    assertThat(failure.code()).isEqualTo("broken");
    decode(file("good", "babble samples"));
    assertThat(decoder.processes()).isEqualTo(first).hasSize(1);
  }

  @Test
  void aWorkerGivesWayAfterItsShareOfFiles() throws Exception {
    DecoderSettings two = new DecoderSettings(1, Duration.ofSeconds(20), 2);
    try (WorkerDecoder workers = new WorkerDecoder(new MisbehavingDecoder(), two)) {
      Path file = file("good", "samples");
      for (long expected : new long[] {1, 2, 1, 2}) {
        DecodeReport report = workers.decode(file, 100, Excerpts.WHOLE, new Counting());
        assertThat(report.samples()).isEqualTo(expected);
      }
    }
  }

  @Test
  void withoutWorkersEachFileSaysSo() throws Exception {
    Path file = file("good", "samples");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    for (List<String> command :
        List.of(List.of(folder.resolve("no-java").toString()), List.of(java, "-version"))) {
      try (WorkerDecoder none = new WorkerDecoder(command, DecoderSettings.of(1))) {
        DecodeException failure =
            catchThrowableOfType(
                DecodeException.class,
                () -> none.decode(file, 100, Excerpts.WHOLE, new Counting()));

        assertThat(failure.code()).isEqualTo("decoder-unavailable");
        assertThat(failure).hasMessageContaining("good");
        assertThat(failure.remedy()).contains("tonearm doctor");
      }
    }
  }

  @Test
  void aTakerThatThrowsEndsItsWorkerOnly() throws Exception {
    Counting full =
        new Counting() {
          @Override
          public void begin(double startSeconds) {
            throw new IllegalStateException("full");
          }
        };

    assertThatThrownBy(
            () -> decoder.decode(file("good", "samples stop"), 100, Excerpts.WHOLE, full))
        .hasMessage("full");

    assertThat(decode(file("next", "samples")).samples()).isEqualTo(1);
  }

  @Test
  void interruptionEndsTheWait() throws Exception {
    Counting interrupting =
        new Counting() {
          @Override
          public void accept(float[] samples, int offset, int length) {
            Thread.currentThread().interrupt();
          }
        };

    assertThatThrownBy(
            () -> decoder.decode(file("good", "samples stop"), 100, Excerpts.WHOLE, interrupting))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(decode(file("next", "samples")).samples()).isEqualTo(1);
  }

  private DecodeReport decode(Path file) throws Exception {
    return decoder.decode(file, 100, Excerpts.WHOLE, new Counting());
  }

  private DecodeException failure(Path file) {
    return catchThrowableOfType(DecodeException.class, () -> decode(file));
  }

  private Path file(String name, String words) throws Exception {
    return Files.writeString(folder.resolve(name), words);
  }

  /** Counts samples. */
  private static class Counting implements PcmSink {
    long samples;

    @Override
    public void begin(double startSeconds) {}

    @Override
    public void accept(float[] taken, int offset, int length) {
      samples += length;
    }
  }
}
