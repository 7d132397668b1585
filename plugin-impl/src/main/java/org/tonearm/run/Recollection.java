package org.tonearm.run;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStat;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.FrameKey;
import org.tonearm.library.index.FrameStore;
import org.tonearm.library.index.IndexException;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.library.index.LibraryIndex;
import org.tonearm.library.index.StoredScores;
import org.tonearm.library.index.TagsSeen;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.write.WriteOutcome;

/**
 * What earlier runs found out about tracks, so that nothing is done twice: a file that has not
 * changed costs one look at its inode, and audio that a model has heard is not decoded again.
 * Thread-safe. An index that fails costs time and nothing else: the run goes on without it.
 */
public final class Recollection {
  private static final Logger LOG = LoggerFactory.getLogger(Recollection.class);

  private final Optional<LibraryIndex> index;
  private final FrameStore frames;
  private final FileReading reading;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param index what is known; empty to remember nothing
   * @param frames frames of tracks that were heard
   * @param reading looks at files
   */
  public Recollection(Optional<LibraryIndex> index, FrameStore frames, FileReading reading) {
    this.index = index;
    this.frames = frames;
    this.reading = reading;
  }

  /** The frames of tracks that were heard. */
  public FrameStore frames() {
    return frames;
  }

  /**
   * A file's fingerprint and tags: from the index if the file looks as it did, else read.
   *
   * @throws TagException if it can't be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  public FileReading.Seen look(Track track, TagProfile profile)
      throws TagException, InterruptedException {
    Optional<IndexedFile> known =
        known(track).filter(f -> f.tags(reading.adapted(f.fingerprint(), profile)).isPresent());
    if (known.isPresent()) {
      return new FileReading.Seen(known.get(), Optional.empty());
    }
    return read(track, profile);
  }

  /**
   * The same, from the file itself in any case.
   *
   * @throws TagException if it can't be read
   * @throws InterruptedException if the calling thread is interrupted
   */
  FileReading.Seen read(Track track, TagProfile profile) throws TagException, InterruptedException {
    FileReading.Seen seen = reading.see(track.path(), profile);
    keep(seen.file());
    return seen;
  }

  /**
   * The file, if there is an index and it can be read; whoever decodes it meets the fault
   * otherwise, and tells of it.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  Optional<IndexedFile> file(Track track) throws InterruptedException {
    if (index.isEmpty()) {
      return Optional.empty();
    }
    Optional<IndexedFile> known = known(track);
    try {
      return Optional.of(known.isPresent() ? known.get() : read(track, TagProfile.DEFAULT).file());
    } catch (TagException e) {
      return Optional.empty();
    }
  }

  /** What scores hang on: a model, and the samples that it is given. */
  private static String heard(ModelInUse model) {
    return model.classifier().version() + " " + FrameKey.DECODING;
  }

  /** What all of these models heard in a track, if each has heard it. */
  Optional<TrackScores> scores(
      Fingerprint fingerprint, List<ModelInUse> models, Excerpts excerpts) {
    Map<Task, List<WindowScore>> windows = new EnumMap<>(Task.class);
    Optional<DecodeReport> report = Optional.empty();
    for (ModelInUse model : models) {
      Optional<StoredScores> stored = ask(i -> i.scores(fingerprint, heard(model), excerpts));
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      if (report.isEmpty()) {
        report = stored.map(StoredScores::report);
      }
      windows.put(
          model.classifier().info().task(),
          stored.get().windows().stream()
              .map(w -> new WindowScore(w.startSeconds(), w.endSeconds(), w.result()))
              .toList());
    }
    return report.map(r -> new TrackScores(r, windows));
  }

  /**
   * Remembers what models heard, unless it may not be what the audio of this fingerprint sounds
   * like: the file was changed meanwhile, or broke off, which may be the fault of the drive.
   *
   * @param file as it was looked at before it was heard
   */
  void keep(IndexedFile file, List<ModelInUse> models, Excerpts excerpts, TrackScores scores) {
    if (!scores.report().complete() || !still(file)) {
      return;
    }
    for (ModelInUse model : models) {
      List<StoredScores.Window> windows =
          scores.windows().get(model.classifier().info().task()).stream()
              .map(w -> new StoredScores.Window(w.startSeconds(), w.endSeconds(), w.result()))
              .toList();
      tell(
          i ->
              i.store(
                  file.fingerprint(),
                  heard(model),
                  excerpts,
                  new StoredScores(
                      atRate(scores.report(), models.get(0), model), windows.size(), windows)));
    }
  }

  /** A report whose samples count at one model's rate, as it is at another's. */
  private static DecodeReport atRate(DecodeReport report, ModelInUse from, ModelInUse to) {
    return new DecodeReport(
        report.samples() * to.extractor().sampleRate() / from.extractor().sampleRate(),
        report.durationSeconds(),
        report.complete(),
        report.format(),
        report.warnings());
  }

  /** Whether a file looks as it did. */
  public boolean still(IndexedFile seen) {
    try {
      return reading.stats().of(seen.path()).sameContent(seen.stat());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Remembers a file that was just written, unless it was changed again already.
   *
   * @param before as it was known
   * @param written what came of the write
   */
  void keepWritten(IndexedFile before, WriteOutcome written) {
    if (before.tags().isEmpty() || written.placed().isEmpty()) {
      return;
    }
    FileIdentity placed = written.placed().get();
    try {
      FileStat now = reading.stats().of(before.path());
      if (now.size() == placed.size() && now.modified() == placed.modified()) {
        TagsSeen tags = before.tags().get();
        Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
        values.putAll(tags.values());
        written.after().forEach((field, state) -> values.put(field, state.values()));
        TagsSeen after = new TagsSeen(tags.format(), tags.readAs(), values);
        keep(new IndexedFile(before.path(), now, before.fingerprint(), Optional.of(after)));
      }
    } catch (IOException e) {
      LOG.debug("Gone again: {}", before.path(), e);
    }
  }

  /**
   * Looks whether a file is still as it was looked at: one that grows is being copied or recorded.
   *
   * @throws TagException {@code being-written}, or {@code changed-meanwhile} if another file took
   *     its place
   */
  void mustBeStill(IndexedFile seen) throws TagException {
    FileStat now;
    try {
      now = reading.stats().of(seen.path());
    } catch (IOException e) {
      return; // The writer meets the fault, and tells of it.
    }
    FileStat before = seen.stat();
    if (now.inode() != before.inode()) {
      throw new TagException(
          "changed-meanwhile",
          seen.path() + " was replaced by another program while it was heard",
          "Close the other program, or wait until it is done, and run again.");
    }
    if (now.size() != before.size() || now.modified() != before.modified()) {
      throw new TagException(
          "being-written",
          seen.path()
              + " is being written by another program (it had "
              + before.size()
              + " bytes at first, then "
              + now.size()
              + "), so it was left alone",
          "Wait until the download, copy or recording is done, and run again.");
    }
  }

  /** A file's tags as far as a plan needs them. */
  static TagSnapshot outline(IndexedFile file, TagsSeen tags) {
    Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      List<String> values = tags.values(field);
      fields.put(field, values.isEmpty() ? FieldState.ABSENT : new FieldState(values, new byte[0]));
    }
    return new TagSnapshot(tags.format(), fields, List.of(), file.fingerprint().text());
  }

  /** Whether a file looks as the index knows it: as it was read, or written, last. */
  public boolean knows(Track track) {
    return known(track).isPresent();
  }

  private Optional<IndexedFile> known(Track track) {
    if (index.isEmpty()) {
      return Optional.empty();
    }
    try {
      FileStat now = reading.stats().of(track.path());
      return ask(i -> i.unchanged(track.path(), now));
    } catch (IOException e) {
      return Optional.empty(); // Whoever reads the file meets the fault, and tells of it.
    }
  }

  private void keep(IndexedFile file) {
    tell(i -> i.record(file));
  }

  @FunctionalInterface
  private interface Question<T> {
    Optional<T> of(LibraryIndex index) throws IndexException;
  }

  @FunctionalInterface
  private interface Note {
    void to(LibraryIndex index) throws IndexException;
  }

  private <T> Optional<T> ask(Question<T> question) {
    try {
      return index.isEmpty() ? Optional.empty() : question.of(index.get());
    } catch (IndexException e) {
      fault(e);
      return Optional.empty();
    }
  }

  private void tell(Note note) {
    try {
      if (index.isPresent()) {
        note.to(index.get());
      }
    } catch (IndexException e) {
      fault(e);
    }
  }

  private void fault(IndexException e) {
    if (told.compareAndSet(false, true)) {
      LOG.warn("{} {} This run goes on without it.", e.getMessage(), e.remedy());
    }
    LOG.debug("The index failed", e);
  }
}
