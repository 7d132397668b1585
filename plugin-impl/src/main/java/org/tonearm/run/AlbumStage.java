package org.tonearm.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Analysis;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Verdict;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.tag.plan.Album;
import org.tonearm.tag.plan.AlbumVote;

/**
 * Keeps the tracks of a folder until all have come, lets those of one album vote on one genre, and
 * passes them on. Tracks without an album tag keep their own, and are passed on as they come. Holds
 * the tracks of one folder, and of the folders around it. Run by one thread.
 */
final class AlbumStage implements Pipeline.Finishing<Candidate> {
  private final AlbumFolders folders;
  private final AlbumVote vote;
  private final Thresholds thresholds;
  private final Proposing proposing;
  private final Pipeline.Finishing<Proposal> next;
  private final Cancellation cancellation;
  private final Map<Path, Waiting> waiting = new LinkedHashMap<>();

  /** Of a folder: how many tracks have come, and those of them that wait for the others. */
  private static final class Waiting {
    private final List<Candidate> tracks = new ArrayList<>();
    private int come;
  }

  /**
   * @param cancellation after it no further track of a folder is passed on
   */
  AlbumStage(
      AlbumFolders folders,
      AlbumVote vote,
      Thresholds thresholds,
      Proposing proposing,
      Pipeline.Finishing<Proposal> next,
      Cancellation cancellation) {
    this.folders = folders;
    this.vote = vote;
    this.thresholds = thresholds;
    this.proposing = proposing;
    this.next = next;
    this.cancellation = cancellation;
  }

  @Override
  public void finish(Candidate candidate, RunListener outcomes) {
    Waiting its =
        waiting.computeIfAbsent(AlbumFolders.folder(candidate.track()), folder -> new Waiting());
    its.come++;
    if (candidate.heard().isPresent() && album(candidate).isPresent()) {
      its.tracks.add(candidate);
    } else {
      passOn(List.of(candidate), outcomes);
    }
    for (Path folder : List.copyOf(waiting.keySet())) {
      if (folders.all(folder).orElse(-1) == waiting.get(folder).come) {
        folders.forget(folder);
        passOn(waiting.remove(folder).tracks, outcomes);
      }
    }
  }

  @Override
  public void end(RunListener outcomes) {
    waiting.values().forEach(its -> passOn(its.tracks, outcomes));
    waiting.clear();
  }

  private void passOn(List<Candidate> tracks, RunListener outcomes) {
    Map<Album, Verdict> verdicts = new LinkedHashMap<>();
    Map<Album, List<Analysis>> albums = new LinkedHashMap<>();
    for (Candidate track : tracks) {
      track
          .heard()
          .map(heard -> heard.analyses().get(Task.GENRE))
          .ifPresent(
              genre ->
                  album(track)
                      .ifPresent(
                          album ->
                              albums.computeIfAbsent(album, a -> new ArrayList<>()).add(genre)));
    }
    albums.forEach(
        (album, analyses) -> {
          if (analyses.size() > 1) {
            verdicts.put(album, vote.verdict(analyses, thresholds));
          }
        });
    for (Candidate track : tracks) {
      Optional<Verdict> shared = album(track).map(verdicts::get);
      Candidate decided = shared.isPresent() ? withGenre(track, shared.get()) : track;
      if (cancellation.requested()) {
        return;
      }
      try {
        next.finish(proposing.propose(decided), outcomes);
      } catch (TonearmException e) {
        outcomes.finished(TrackOutcome.failed(track.track(), TrackProblem.of(e)));
      } catch (RuntimeException | Error e) {
        // One track's fault is not the album's, nor that of the folders still to come.
        outcomes.finished(
            TrackOutcome.failed(track.track(), TrackProblem.unforeseen(track.track(), e)));
      }
    }
  }

  private static Optional<Album> album(Candidate track) {
    return track.album().map(tag -> Album.of(track.track(), Optional.of(tag)));
  }

  private static Candidate withGenre(Candidate track, Verdict verdict) {
    if (track.heard().isEmpty()) {
      return track;
    }
    HeardTrack heard = track.heard().get();
    Map<Task, Verdict> verdicts = new EnumMap<>(heard.verdicts());
    verdicts.put(Task.GENRE, verdict);
    return track.withHeard(
        new HeardTrack(heard.track(), heard.report(), heard.analyses(), verdicts));
  }
}
