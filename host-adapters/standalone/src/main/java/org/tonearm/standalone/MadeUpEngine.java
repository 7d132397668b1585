package org.tonearm.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.panel.HeardFile;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Words;
import org.tonearm.panel.artwork.PictureSource;
import org.tonearm.panel.sound.SoundSource;
import org.tonearm.run.Cancellation;
import org.tonearm.run.RunListener;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;

/** Stands in for the engine while pictures of the panel are painted. Touches no file. */
class MadeUpEngine implements PanelEngine {
  private static final Instant START = Instant.parse("2026-11-14T19:30:00Z");

  private final List<HeardFile> tracks;

  MadeUpEngine(List<HeardFile> tracks) {
    this.tracks = List.copyOf(tracks);
  }

  @Override
  public void listen(List<Path> places, ListenSink sink, Cancellation cancellation) {
    sink.counted(tracks.size());
    tracks.forEach(sink::heard);
  }

  @Override
  public Words words() {
    Map<String, String> genres = new LinkedHashMap<>();
    MadeUpLibrary.GENRES.forEach(genre -> genres.put(genre, genre));
    return new Words(
        Map.of(TagField.GENRE, genres, TagField.MOOD, MadeUpLibrary.MOODS),
        Map.of(
            TagField.GENRE,
            MadeUpLibrary.GENRES,
            TagField.MOOD,
            MadeUpLibrary.MOODS.values().stream().sorted().toList()));
  }

  @Override
  public PlannedTrack correct(PlannedTrack planned, TagField field, String word) {
    return planned;
  }

  @Override
  public long apply(
      List<PlannedTrack> planned,
      RunListener listener,
      TurnListener turn,
      Cancellation cancellation) {
    return 0;
  }

  @Override
  public List<RunSummary> runs() {
    return List.of(
        run(3, "tonearm undo 2", 0, true, 14, 0),
        run(2, "tonearm tag --fields mood ~/Music/new", 1, false, 0, 14),
        run(1, "tonearm panel", 3, false, 26, 0));
  }

  @Override
  public List<JournalEntry> files(long run, int limit) {
    return tracks.stream()
        .filter(track -> !track.planned().changes().isEmpty())
        .limit(Math.min(limit, 20))
        .map(track -> entry(run, track))
        .toList();
  }

  @Override
  public UndoReport undo(
      long run,
      boolean dryRun,
      UndoListener listener,
      TurnListener turn,
      Cancellation cancellation) {
    return new UndoReport(OptionalLong.of(run), OptionalLong.empty(), dryRun, 0, 0, 0, 0, 0);
  }

  @Override
  public int playlist(List<PlannedTrack> list, Path file) {
    return list.size();
  }

  @Override
  public SoundSource sound() {
    return new MadeUpSound();
  }

  @Override
  public PictureSource pictures() {
    return new MadeUpCovers();
  }

  @Override
  public String hint() {
    return "";
  }

  private static RunSummary run(
      long id, String command, int days, boolean undo, int done, int undone) {
    Instant started = START.minus(Duration.ofDays(days));
    return new RunSummary(
        id,
        command,
        started,
        Optional.of(started.plusSeconds(90)),
        undo,
        undo ? OptionalLong.of(id - 1) : OptionalLong.empty(),
        false,
        done,
        undone,
        0,
        0);
  }

  private static JournalEntry entry(long run, HeardFile track) {
    List<JournaledField> fields =
        track.planned().changes().stream()
            .map(
                change ->
                    new JournaledField(
                        change.field(),
                        FieldState.ABSENT,
                        change.after(),
                        Optional.empty(),
                        run == 2))
            .toList();
    Path path = track.planned().path();
    return new JournalEntry(
        0,
        run,
        path,
        path.toString(),
        EntryState.DONE,
        "flac",
        TagProfile.DEFAULT,
        Optional.empty(),
        new FileIdentity("", 0, 0, 0),
        TagLayout.UNKNOWN,
        Optional.empty(),
        fields,
        Optional.empty(),
        START);
  }
}
