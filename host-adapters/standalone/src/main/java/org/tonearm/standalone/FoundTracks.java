package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.run.Cancellation;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;

/**
 * The tracks of a command line. They are listed as the run asks for them, so that a library of any
 * size takes no memory; a second listing beside the run counts them for the estimate of its end.
 */
final class FoundTracks implements Listed, AutoCloseable {
  private final Stream<Track> stream;
  private final Iterator<Track> tracks;
  private final ConcurrentLinkedQueue<TrackOutcome> problems;
  private final CompletableFuture<Long> total;

  private FoundTracks(
      Stream<Track> stream,
      ConcurrentLinkedQueue<TrackOutcome> problems,
      CompletableFuture<Long> total) {
    this.stream = stream;
    this.tracks = stream.iterator();
    this.problems = problems;
    this.total = total;
  }

  /**
   * Begins a listing.
   *
   * @param count whether to count beside it
   * @throws java.util.regex.PatternSyntaxException if a pattern is no glob
   */
  static FoundTracks of(
      HostAdapter host, TrackRequest request, Cancellation cancellation, boolean count) {
    ConcurrentLinkedQueue<TrackOutcome> problems = new ConcurrentLinkedQueue<>();
    Stream<Track> stream =
        host.tracks(telling(request, problem -> problems.add(outcome(problem))))
            .takeWhile(track -> !cancellation.requested());
    return new FoundTracks(
        stream,
        problems,
        count ? counting(host, request, cancellation) : new CompletableFuture<>());
  }

  /** Of tracks that are known already. */
  static FoundTracks of(List<Track> tracks) {
    return new FoundTracks(
        tracks.stream(),
        new ConcurrentLinkedQueue<>(),
        CompletableFuture.completedFuture((long) tracks.size()));
  }

  /** Listed as they are asked for. */
  Iterator<Track> tracks() {
    return tracks;
  }

  @Override
  public boolean any() {
    return tracks.hasNext();
  }

  @Override
  public String none() {
    return "No audio files found.";
  }

  @Override
  public List<TrackOutcome> problems() {
    List<TrackOutcome> since = new ArrayList<>();
    for (TrackOutcome problem = problems.poll(); problem != null; problem = problems.poll()) {
      since.add(problem);
    }
    return since;
  }

  @Override
  public OptionalLong total() {
    try {
      return total.isDone() ? OptionalLong.of(total.get()) : OptionalLong.empty();
    } catch (ExecutionException e) {
      return OptionalLong.empty(); // The run itself meets what went wrong, and tells of it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    total.cancel(true);
    stream.close();
  }

  private static CompletableFuture<Long> counting(
      HostAdapter host, TrackRequest request, Cancellation cancellation) {
    CompletableFuture<Long> total = new CompletableFuture<>();
    Thread counter =
        new Thread(
            () -> {
              try (Stream<Track> counted = host.tracks(telling(request, problem -> {}))) {
                total.complete(
                    counted
                        .takeWhile(t -> !total.isCancelled() && !cancellation.requested())
                        .count());
              } catch (RuntimeException e) {
                total.completeExceptionally(e);
              }
            },
            "tonearm-counting");
    counter.setDaemon(true);
    counter.start();
    return total;
  }

  private static TrackRequest telling(
      TrackRequest request, Consumer<TrackRequest.Problem> problems) {
    return new TrackRequest(request.paths(), request.include(), request.exclude(), problems);
  }

  private static TrackOutcome outcome(TrackRequest.Problem problem) {
    return TrackOutcome.failed(
        new Track(problem.path(), problem.path().toString()), TrackProblem.of(problem.error()));
  }
}
