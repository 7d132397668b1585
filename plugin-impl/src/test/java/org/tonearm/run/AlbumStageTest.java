package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.Analysis;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.WindowScores;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStat;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.model.verdict.Thresholds;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.plan.AlbumVote;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.taxonomy.Taxonomy;

final class AlbumStageTest {
  private final List<TrackOutcome> outcomes = new ArrayList<>();
  private final List<Proposal> proposals = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();

  @Test
  void tracksOfAnAlbumShareTheGenreOfTheirMeanAndOthersKeepTheirOwn() throws Exception {
    AlbumFolders folders =
        folders("music/a/1.mp3", "music/a/2.mp3", "music/a/x.mp3", "music/b/1.mp3");
    AlbumStage stage = stage(folders);
    Iterator<Track> tracks = folders;
    stage.finish(candidate(tracks.next(), "Kind of Blue", 0.9), outcomes::add);
    stage.finish(candidate(tracks.next(), "kind of blue", 0.4), outcomes::add);
    assertThat(outcomes).isEmpty();
    stage.finish(candidate(tracks.next(), null, 0.1), outcomes::add);
    assertThat(outcomes).as("what waits for nobody").hasSize(1);
    stage.finish(candidate(tracks.next(), "Other", 0.2), outcomes::add);
    assertThat(outcomes).hasSize(3);
    assertThat(tracks.hasNext()).isFalse();
    stage.end(outcomes::add);
    assertThat(proposals)
        .extracting(p -> p.plan().orElseThrow().changes().get(0).after())
        .containsExactly(List.of("Rock"), List.of("Jazz"), List.of("Jazz"), List.of("Rock"));
    assertThat(outcomes).hasSize(4);
  }

  @Test
  void aFolderIsNotClosedByWhatLiesInItsOwnFolders() {
    AlbumFolders folders = folders("m/1.mp3", "m/sub/1.mp3", "m/z.mp3", "n/1.mp3");
    Track first = folders.next();
    folders.next();
    assertThat(folders.all(AlbumFolders.folder(first))).isEmpty();
    folders.next();
    assertThat(folders.all(AlbumFolders.folder(first))).isEmpty();
    folders.next();
    assertThat(folders.all(AlbumFolders.folder(first))).hasValue(2);
    assertThat(folders.hasNext()).isFalse();
    assertThat(folders.all(Path.of("n"))).hasValue(1);
  }

  @Test
  void aTrackThatFailedIsCountedAndTold() throws Exception {
    AlbumFolders folders = folders("a/1.mp3", "a/2.mp3");
    AlbumStage stage = stage(folders);
    Track one = folders.next();
    Track two = folders.next();
    assertThat(folders.hasNext()).isFalse();
    stage.finish(
        Candidate.failed(one, new TrackProblem("broken", "a/1.mp3: broken", "Mend it.")),
        outcomes::add);
    assertThat(outcomes).extracting(TrackOutcome::status).containsExactly(TrackStatus.FAILED);
    stage.finish(candidate(two, "Album", 0.9), outcomes::add);
    assertThat(outcomes)
        .extracting(TrackOutcome::status)
        .containsExactly(TrackStatus.FAILED, TrackStatus.PLANNED);
  }

  @Test
  void aFaultAtOneTrackCostsThatTrackAndNoOtherOfItsAlbum() throws Exception {
    AlbumFolders folders = folders("a/1.mp3", "a/2.mp3");
    AlbumStage stage =
        stage(
            folders,
            (proposal, told) -> {
              if (proposal.outcome().track().path().endsWith("1.mp3")) {
                throw new IllegalStateException("a fault of Tonearm's own");
              }
              told.finished(proposal.outcome());
            });
    Track one = folders.next();
    Track two = folders.next();
    stage.finish(candidate(one, "Album", 0.9), outcomes::add);
    stage.finish(candidate(two, "Album", 0.9), outcomes::add);
    stage.end(outcomes::add);
    assertThat(outcomes)
        .extracting(TrackOutcome::status)
        .containsExactly(TrackStatus.FAILED, TrackStatus.PLANNED);
  }

  @Test
  void afterACancellationNoFurtherTrackOfAFolderIsPassedOn() throws Exception {
    AlbumFolders folders = folders("a/1.mp3", "a/2.mp3", "a/3.mp3");
    AlbumStage stage =
        stage(
            folders,
            (proposal, told) -> {
              told.finished(proposal.outcome());
              cancellation.request();
            });
    while (folders.hasNext()) {
      stage.finish(candidate(folders.next(), "Album", 0.9), outcomes::add);
    }
    stage.end(outcomes::add);
    assertThat(outcomes).hasSize(1);
  }

  private AlbumStage stage(AlbumFolders folders) {
    return stage(
        folders,
        (proposal, told) -> {
          proposals.add(proposal);
          told.finished(proposal.outcome());
        });
  }

  private AlbumStage stage(AlbumFolders folders, Pipeline.Finishing<Proposal> next) {
    Proposing proposing =
        new Proposing(
            new CodecRegistry(List.of()),
            new TagPlanner(Taxonomy.standard()),
            Map.of(),
            new TaggingSettings(
                PlanSettings.DEFAULT, TagProfile.DEFAULT, WriteOptions.DEFAULT, false, true));
    return new AlbumStage(
        folders,
        new AlbumVote(new VerdictRule()),
        new Thresholds(0.5),
        proposing,
        next,
        cancellation);
  }

  private static AlbumFolders folders(String... paths) {
    return new AlbumFolders(Stream.of(paths).map(Fakes::track).iterator());
  }

  /** Jazz with this probability, else rock. */
  private static Candidate candidate(Track track, String album, double jazz) {
    List<LabelScore> scores =
        Stream.of(new LabelScore("jazz", jazz), new LabelScore("rock", 1 - jazz))
            .sorted((a, b) -> Double.compare(b.score(), a.score()))
            .toList();
    Analysis analysis =
        new Analysis(Task.GENRE, "m", scores, 1, List.of(new WindowScores(0, 10, scores)));
    Verdict own = new Verdict(Task.GENRE, "m", scores.subList(0, 1), scores, "");
    HeardTrack heard =
        new HeardTrack(
            track,
            new DecodeReport(100, 10, true, "fake", List.of()),
            Map.of(Task.GENRE, analysis),
            Map.of(Task.GENRE, own));
    IndexedFile file =
        new IndexedFile(
            track.path(),
            new FileStat(1, 1, 1, 1, 1, 1),
            Fingerprint.ofFile("0".repeat(64)),
            Optional.empty());
    TagSnapshot bare = new TagSnapshot("ID3v2.4", Map.of(), List.of(), "");
    return new Candidate(
        track,
        Optional.of(new FileReading.Seen(file, Optional.of(bare))),
        Optional.of(heard),
        Optional.empty(),
        Optional.ofNullable(album));
  }
}
