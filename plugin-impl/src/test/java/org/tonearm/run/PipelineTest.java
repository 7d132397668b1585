package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonearm.api.Track;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;

@Timeout(60)
final class PipelineTest {
  private final List<TrackOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
  private final Cancellation cancellation = new Cancellation();

  @Test
  void tellsEachTrackOnce() throws Exception {
    List<Track> tracks = tracks(100);
    new Pipeline<>(Function.<Track>identity(), PipelineTest::heard, PipelineTest::tell, 4)
        .run(tracks.iterator(), outcomes::add, cancellation);
    assertThat(outcomes)
        .extracting(TrackOutcome::track)
        .containsExactlyInAnyOrderElementsOf(tracks);
  }

  @Test
  void dropsATrackThatFailsAndGoesOn() throws Exception {
    Pipeline.Preparing<Track, HeardTrack> hearing =
        track -> {
          switch (track.path().toString()) {
            case "1" -> throw new DecodeException("not-audio", "1: no audio", "Leave it out.");
            case "2" -> throw new IllegalStateException("a bug");
            case "3" -> throw new OutOfMemoryError("none left");
            default -> {
              return heard(track);
            }
          }
        };
    new Pipeline<>(Function.<Track>identity(), hearing, PipelineTest::tell, 3)
        .run(tracks(6).iterator(), outcomes::add, cancellation);
    assertThat(outcomes).hasSize(6);
    assertThat(failures())
        .containsOnly(
            Map.entry("1", "not-audio"),
            Map.entry("2", "internal"),
            Map.entry("3", "out-of-memory"));
  }

  @Test
  void dropsATrackThatFailsAtTheSecondStage() throws Exception {
    Pipeline.Finishing<HeardTrack> finishing =
        (heard, outcomes) -> {
          if (heard.track().path().toString().equals("2")) {
            throw new IllegalArgumentException("a bug");
          }
          tell(heard, outcomes);
        };
    new Pipeline<>(Function.<Track>identity(), PipelineTest::heard, finishing, 2)
        .run(tracks(4).iterator(), outcomes::add, cancellation);
    assertThat(outcomes).hasSize(4);
    assertThat(failures()).containsOnly(Map.entry("2", "internal"));
  }

  @Test
  void finishesOnTheCallingThreadAlone() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Pipeline.Finishing<HeardTrack> finishing =
        (heard, outcomes) -> {
          threads.add(Thread.currentThread());
          tell(heard, outcomes);
        };
    new Pipeline<>(Function.<Track>identity(), PipelineTest::heard, finishing, 4)
        .run(tracks(50).iterator(), outcomes::add, cancellation);
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void hearsNoMoreTracksAheadThanTheQueueHolds() throws Exception {
    AtomicInteger heardSoFar = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    AtomicInteger furthestAhead = new AtomicInteger();
    Pipeline.Preparing<Track, HeardTrack> hearing =
        track -> {
          furthestAhead.accumulateAndGet(heardSoFar.incrementAndGet() - finished.get(), Math::max);
          return heard(track);
        };
    Pipeline.Finishing<HeardTrack> finishing =
        (heard, outcomes) -> {
          finished.incrementAndGet();
          tell(heard, outcomes);
        };
    new Pipeline<>(Function.<Track>identity(), hearing, finishing, 2)
        .run(tracks(500).iterator(), outcomes::add, cancellation);
    // Two in the workers' hands, two in the queue, one taken out and not yet counted.
    assertThat(furthestAhead.get()).isLessThanOrEqualTo(5);
  }

  @Test
  void stopsBetweenTwoTracksWhenCancelled() throws Exception {
    RunListener cancelAtThird =
        outcome -> {
          outcomes.add(outcome);
          if (outcomes.size() == 3) {
            cancellation.request();
          }
        };
    new Pipeline<>(Function.<Track>identity(), PipelineTest::heard, PipelineTest::tell, 2)
        .run(tracks(50).iterator(), cancelAtThird, cancellation);
    assertThat(outcomes).hasSize(3);
  }

  @Test
  void interruptsListeningWhenCancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Pipeline.Preparing<Track, HeardTrack> forever =
        track -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          throw new AssertionError("never");
        };
    Thread user =
        new Thread(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                return;
              }
              cancellation.request();
            });
    user.start();
    new Pipeline<>(Function.<Track>identity(), forever, PipelineTest::tell, 1)
        .run(tracks(1).iterator(), outcomes::add, cancellation);
    user.join();
    assertThat(interrupted.getCount()).isZero();
    assertThat(outcomes).isEmpty();
  }

  @Test
  void passesAnInterruptionOn() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                new Pipeline<>(
                        Function.<Track>identity(), PipelineTest::heard, PipelineTest::tell, 1)
                    .run(tracks(1).iterator(), outcomes::add, cancellation))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void passesOnWhatTheScanThrows() {
    Iterator<Track> scan =
        new Iterator<>() {
          private final Iterator<Track> two = tracks(2).iterator();

          @Override
          public boolean hasNext() {
            if (!two.hasNext()) {
              throw new UncheckedIOException(new IOException("the drive is gone"));
            }
            return true;
          }

          @Override
          public Track next() {
            return two.next();
          }
        };
    assertThatThrownBy(
            () ->
                new Pipeline<>(
                        Function.<Track>identity(), PipelineTest::heard, PipelineTest::tell, 2)
                    .run(scan, outcomes::add, cancellation))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(outcomes).hasSize(2);
  }

  private Map<String, String> failures() {
    Map<String, String> failures = new HashMap<>();
    for (TrackOutcome outcome : outcomes) {
      if (outcome.status() == TrackStatus.FAILED) {
        failures.put(outcome.track().path().toString(), outcome.problem().orElseThrow().code());
      }
    }
    return failures;
  }

  private static List<Track> tracks(int count) {
    return IntStream.range(0, count).mapToObj(i -> Fakes.track("" + i)).toList();
  }

  private static void tell(HeardTrack heard, RunListener outcomes) {
    outcomes.finished(Reporting.heard(heard));
  }

  private static HeardTrack heard(Track track) {
    return new HeardTrack(
        track, new DecodeReport(100, 10, true, "fake", List.of()), Map.of(), Map.of());
  }
}
