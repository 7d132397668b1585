package org.tonearm.run;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.tag.plan.AlbumVote;

/**
 * The way of tracks from the scan to a last stage that takes proposals: each for itself, or by
 * albums.
 *
 * @param considering looks and hears
 * @param proposing plans
 * @param albums thresholds of the genre that albums share; empty where each track has its own
 * @param rule decides on an album's mean
 * @param last takes each proposal
 * @param jobs tracks heard at a time
 */
record TaggingWay(
    Considering considering,
    Proposing proposing,
    Optional<Thresholds> albums,
    VerdictRule rule,
    Pipeline.Finishing<Proposal> last,
    int jobs) {

  void run(Iterator<Track> tracks, RunListener listener, Cancellation cancellation)
      throws InterruptedException {
    if (albums.isEmpty()) {
      new Pipeline<Track, Proposal>(
              Function.identity(), track -> proposing.propose(candidate(track)), last, jobs)
          .run(tracks, listener, cancellation);
      return;
    }
    AlbumFolders folders = new AlbumFolders(tracks);
    AlbumStage stage =
        new AlbumStage(folders, new AlbumVote(rule), albums.get(), proposing, last, cancellation);
    new Pipeline<Track, Candidate>(
            Function.identity(), track -> candidate(track).lean(), stage, jobs)
        .run(folders, listener, cancellation);
  }

  /** A track that fails goes its way too: a plan names it, and its folder would wait for it. */
  private Candidate candidate(Track track) throws InterruptedException {
    try {
      return considering.prepare(track);
    } catch (TonearmException e) {
      return Candidate.failed(track, TrackProblem.of(e));
    } catch (RuntimeException | Error e) {
      return Candidate.failed(track, TrackProblem.unforeseen(track, e));
    }
  }
}
