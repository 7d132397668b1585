package org.tonearm.spark.engine;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.run.HeardTrack;
import org.tonearm.run.Listening;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackScores;
import org.tonearm.spark.store.FetchedAudio;
import org.tonearm.tag.codec.CodecRegistry;

/**
 * Hears one recording after the other. Whatever is wrong with a recording becomes a row of its own;
 * only what is wrong with the machine is thrown. Confined to one thread at a time.
 */
public final class Engine {
  private final Listening listening;
  private final CodecRegistry codecs;
  private final TagProfile profile;
  private final Sources sources;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  Engine(Listening listening, CodecRegistry codecs, TagProfile profile, Sources sources) {
    this.listening = listening;
    this.codecs = codecs;
    this.profile = profile;
    this.sources = sources;
  }

  /**
   * Hears a recording and reads its tags.
   *
   * @throws InterruptedException if the task is to end
   */
  public HeardRecording hear(Recording recording) throws InterruptedException {
    long begun = threads.getCurrentThreadCpuTime();
    Draft draft = new Draft();
    Deadline deadline = Deadline.forThisThread(recording);
    try (FetchedAudio audio = sources.open(recording)) {
      readTags(audio.path(), draft);
      listen(audio.path(), draft);
    } catch (TonearmException e) {
      draft.problem = Optional.of(TrackProblem.of(e));
    } catch (IOException e) {
      draft.problem = Optional.of(unread(recording, e));
    } catch (InterruptedException e) {
      if (!deadline.passed()) {
        throw e;
      }
      draft.problem = Optional.of(late(recording));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      draft.problem = Optional.of(unforeseen(recording, e));
    } finally {
      deadline.end();
    }
    return draft.done(recording, threads.getCurrentThreadCpuTime() - begun);
  }

  /**
   * Reads the tags of a recording without listening.
   *
   * @return empty if they can't be read, for whatever reason
   */
  public Optional<ReadTags> tags(Recording recording) {
    Deadline deadline = Deadline.forThisThread(recording);
    try (FetchedAudio audio = sources.open(recording)) {
      return Optional.of(tags(audio.path()));
    } catch (TonearmException | IOException | RuntimeException | OutOfMemoryError e) {
      return Optional.empty();
    } finally {
      deadline.end();
    }
  }

  private ReadTags tags(Path path) throws TagException {
    TagCodec codec = codecs.codecFor(path);
    TagSnapshot tags = codec.read(path, profile);
    return new ReadTags(Fingerprint.ofAudio(codec.id(), tags).text(), tags);
  }

  private void readTags(Path path, Draft draft) {
    try {
      draft.tags = Optional.of(tags(path));
    } catch (TagException e) {
      // The sound may be whole nevertheless; where it is not, the decoder has more to say.
      draft.tagProblem = Optional.of(TrackProblem.of(e));
    }
  }

  private void listen(Path path, Draft draft) throws TonearmException, InterruptedException {
    Track track = new Track(path, "");
    TrackScores scores = listening.listen(track, Optional.empty(), () -> false);
    draft.scores = Optional.of(scores);
    draft.heard = Optional.of(listening.conclude(track, scores));
  }

  private static TrackProblem unread(Recording recording, IOException e) {
    boolean gone = e instanceof FileNotFoundException || e instanceof NoSuchFileException;
    return gone
        ? new TrackProblem(
            "missing",
            Names.shown(recording.uri()) + ": it was listed, and is gone.",
            "Nothing to do, if it was meant to go.")
        : new TrackProblem(
            "io",
            Names.shown(recording.uri()) + ": could not be read: " + e.getMessage(),
            "Run 'tonearm cluster analyze' again when the storage answers: it hears these again.");
  }

  private static TrackProblem late(Recording recording) {
    return new TrackProblem(
        "decoder-timeout",
        Names.shown(recording.uri()) + ": decoding it took longer than any sound recording should.",
        "Play the file to see if it is damaged.");
  }

  private static TrackProblem unforeseen(Recording recording, Throwable thrown) {
    return thrown instanceof OutOfMemoryError
        ? new TrackProblem(
            "out-of-memory",
            Names.shown(recording.uri()) + ": not enough memory.",
            "Give executors more memory: --conf spark.executor.memory=4g.")
        : new TrackProblem(
            "internal",
            Names.shown(recording.uri()) + ": an error in Tonearm itself: " + thrown,
            "Try the file with 'tonearm analyze --verbose', and report what it says.");
  }

  /** What is known so far. */
  private static final class Draft {
    private Optional<ReadTags> tags = Optional.empty();
    private Optional<TrackProblem> tagProblem = Optional.empty();
    private Optional<TrackScores> scores = Optional.empty();
    private Optional<HeardTrack> heard = Optional.empty();
    private Optional<TrackProblem> problem = Optional.empty();

    HeardRecording done(Recording recording, long cpuNanos) {
      boolean failed = problem.isPresent();
      return new HeardRecording(
          recording,
          tags,
          tagProblem,
          failed ? Optional.empty() : scores,
          failed ? Optional.empty() : heard,
          problem,
          cpuNanos);
    }
  }
}
