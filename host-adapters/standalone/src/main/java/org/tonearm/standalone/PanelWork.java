package org.tonearm.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.TonearmException;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.RunSettings;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Words;
import org.tonearm.panel.artwork.PictureSource;
import org.tonearm.panel.sound.SoundSource;
import org.tonearm.run.Cancellation;
import org.tonearm.run.Correcting;
import org.tonearm.run.RunListener;
import org.tonearm.run.TaggingSettings;
import org.tonearm.run.lock.RunLock;
import org.tonearm.run.lock.Waiting;
import org.tonearm.tag.journal.EntryCursor;
import org.tonearm.tag.journal.EntrySelection;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.PictureTags;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;
import org.tonearm.tag.undo.UndoRequest;
import org.tonearm.tag.write.WriteOptions;

/**
 * The engine as the verbs use it, for the panel. Each call has parts of its own, so that what the
 * configuration file says by then holds. Thread-safe.
 */
final class PanelWork implements PanelEngine {
  private static final int NEWEST_RUNS = 200;

  private final Workplace workplace;
  private final ConfigurationOption configuration;

  PanelWork(Workplace workplace, ConfigurationOption configuration) {
    this.workplace = workplace;
    this.configuration = configuration;
  }

  @Override
  public void listen(List<Path> places, ListenSink sink, Cancellation cancellation)
      throws TonearmException, InterruptedException {
    RunSettings settings = settings();
    TaggingSettings tagging = settings.tagging(false, false);
    List<Path> ordered = tagging.albums() ? FolderOrder.of(places) : places;
    TrackRequest request = new TrackRequest(ordered, List.of(), List.of(), problem -> {});
    try (FoundTracks found = FoundTracks.of(workplace.host(), request, cancellation, true);
        Composition composition = workplace.composition(settings.configuration())) {
      HeardFiles files = new HeardFiles(composition.recollection(), tagging.profile(), sink);
      if (found.any()) {
        composition
            .runs()
            .plan(
                found.tracks(),
                settings.listening(),
                tagging,
                files::heard,
                outcome -> {
                  files.settled(outcome);
                  found.total().ifPresent(sink::counted);
                },
                cancellation);
      }
      found.problems().forEach(files::settled);
    }
  }

  @Override
  public Words words() throws TonearmException {
    Configuration holds = settings().configuration();
    try (Composition composition = workplace.composition(holds)) {
      return words(composition);
    }
  }

  private Words words(Composition composition) throws TonearmException {
    return new SpokenWords(settings().configuration(), composition.models().list()).words();
  }

  @Override
  public PlannedTrack correct(PlannedTrack planned, TagField field, String word)
      throws TonearmException {
    RunSettings settings = settings();
    try (Composition composition = workplace.composition(settings.configuration())) {
      return new Correcting(composition.codecs(), settings.tagging(false, false))
          .with(planned, field, word);
    }
  }

  /** Notes each word of the user's that was written, so that models can learn from it. */
  @Override
  public long apply(
      List<PlannedTrack> planned,
      RunListener listener,
      TurnListener waits,
      Cancellation cancellation)
      throws TonearmException, InterruptedException {
    RunSettings settings = settings();
    TaggingSettings tagging = settings.tagging(false, false);
    TaggingSettings writing =
        new TaggingSettings(PlanSettings.DEFAULT, tagging.profile(), tagging.options(), false);
    PermittedPlans plans =
        PermittedPlans.of(planned, settings.configuration().tagging().protectedFields());
    plans.refused().forEach(listener::finished);
    if (plans.written().isEmpty()) {
      return 0;
    }
    RunLock turn = turn(waits, cancellation);
    try (Composition composition = workplace.composition(settings.configuration())) {
      Journal journal = workplace.journal(composition);
      NotedCorrections noted =
          new NotedCorrections(
              workplace.data(), composition.recollection(), tagging.profile(), words(composition));
      long run =
          composition
              .runs()
              .apply(
                  plans.written().iterator(),
                  writing,
                  journal,
                  workplace.commandLine(),
                  settings.configuration().listening().jobs(),
                  noted.listening(plans.written(), listener),
                  cancellation);
      noted.keep();
      OldRuns.forget(journal, settings.configuration());
      return run;
    } finally {
      turn.close();
    }
  }

  @Override
  public List<RunSummary> runs() throws TonearmException {
    try (Composition composition = looking()) {
      return workplace.journal(composition).history(NEWEST_RUNS);
    }
  }

  @Override
  public List<JournalEntry> files(long run, int limit) throws TonearmException {
    try (Composition composition = looking()) {
      EntryCursor cursor = workplace.journal(composition).entries(EntrySelection.ofRun(run), false);
      List<JournalEntry> entries = new ArrayList<>();
      Optional<JournalEntry> entry = cursor.next();
      while (entry.isPresent() && entries.size() < limit) {
        entries.add(entry.get());
        entry = cursor.next();
      }
      return entries;
    }
  }

  @Override
  public UndoReport undo(
      long run,
      boolean dryRun,
      UndoListener listener,
      TurnListener waits,
      Cancellation cancellation)
      throws TonearmException, InterruptedException {
    Configuration holds = readable();
    WriteOptions options = new WriteOptions(false, holds.tagging().hardLinks());
    UndoRequest request = UndoRequest.of(run, dryRun, options, cancellation::requested);
    if (dryRun) {
      return undo(holds, request, listener);
    }
    RunLock turn = turn(waits, cancellation);
    try {
      return NotedCorrections.withdrawing(
          workplace.data(), listener, told -> undo(holds, request, told));
    } finally {
      turn.close();
    }
  }

  @Override
  public int playlist(List<PlannedTrack> tracks, Path file) throws TonearmException {
    M3uPlaylist playlist = new M3uPlaylist();
    List<PlannedTrack> held = tracks.stream().filter(t -> M3uPlaylist.holds(t.path())).toList();
    held.forEach(
        track ->
            playlist.add(
                new M3uPlaylist.Item(M3uPlaylist.name(track.path()), Math.round(track.seconds()))));
    try {
      Files.write(
          file, playlist.text().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      return held.size();
    } catch (IOException e) {
      throw new HostException(
          "target-io",
          file + ": no playlist can be written there: " + e,
          "Name a new file where you may write; none is written over.",
          e);
    }
  }

  @Override
  public SoundSource sound() {
    return new PanelSound(workplace, configuration);
  }

  @Override
  public PictureSource pictures() {
    return new PictureTags()::picture;
  }

  @Override
  public String hint() {
    return workplace.host().refreshHint();
  }

  private UndoReport undo(Configuration holds, UndoRequest request, UndoListener listener)
      throws TonearmException {
    try (Composition composition = workplace.composition(holds)) {
      workplace.journal(composition);
      return composition.undo().undo(request, listener);
    }
  }

  private RunLock turn(TurnListener waits, Cancellation cancellation)
      throws TonearmException, InterruptedException {
    Waiting waiting =
        new Waiting(
            true,
            whom -> waits.waits(Optional.of(whom)),
            why -> {}, // each file is looked at again before it is replaced
            cancellation::requested);
    RunLock turn = RunLock.take(workplace.data().root(), workplace.commandLine(), waiting);
    waits.waits(Optional.empty());
    return turn;
  }

  /** Parts for what only looks or takes back: a faulty configuration does not hinder it. */
  private Composition looking() throws TonearmException {
    return workplace.composition(readable());
  }

  private Configuration readable() throws TonearmException {
    return workplace.readable(configuration.place(workplace));
  }

  private RunSettings settings() throws TonearmException {
    return configuration.settings(workplace, Map.of());
  }
}
