package org.tonearm.panel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.secondreader.Credits;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;

/**
 * What the user does in the panel: places, listening, decisions, writing, taking back. Confined to
 * the event thread; long work goes to {@link #work}. While work goes on, what would begin more of
 * it does nothing.
 */
public final class Session implements AutoCloseable {
  private final PanelEngine engine;
  private final Texts texts;
  private final Executor screen;
  private final Work work;
  private final Tracks tracks = new Tracks();
  private final Set<Path> places = new LinkedHashSet<>();
  private final Map<Path, TrackRow> recalled = new LinkedHashMap<>();
  private final List<Consumer<Notice>> notices = new ArrayList<>();
  private final List<Runnable> written = new ArrayList<>();

  /**
   * @param texts titles of work
   * @param screen runs on the event thread what it is given, in order
   * @param nanos a clock, as of {@link System#nanoTime}
   */
  public Session(PanelEngine engine, Texts texts, Executor screen, LongSupplier nanos) {
    this.engine = engine;
    this.texts = texts;
    this.screen = screen;
    this.work = new Work(screen, nanos);
  }

  /** The tracks listed. */
  public Tracks tracks() {
    return tracks;
  }

  /** What is going on. */
  public Work work() {
    return work;
  }

  /** Files and folders to listen to; a copy. */
  public List<Path> places() {
    return List.copyOf(places);
  }

  /** Tells from now on how things ended. */
  public void onNotice(Consumer<Notice> listener) {
    notices.add(listener);
  }

  /** Tells from now on that a run was written or taken back. */
  public void onWritten(Runnable listener) {
    written.add(listener);
  }

  /** Lists places, those that are not there yet. */
  public void add(List<Path> more) {
    places.addAll(more);
  }

  /** Listens to all places. */
  public void listen() {
    if (places.isEmpty()) {
      tell(Notice.of("notice.no-places"));
      return;
    }
    List<Path> all = places();
    AtomicLong heard = new AtomicLong();
    Arrivals<HeardFile> arrivals = new Arrivals<>(screen, this::listed);
    work.begin(
        texts.get("work.listening"),
        going -> {
          engine.listen(
              all,
              new PanelEngine.ListenSink() {
                @Override
                public void heard(HeardFile file) {
                  arrivals.add(file);
                  going.done(heard.incrementAndGet());
                }

                @Override
                public void counted(long total) {
                  going.total(total);
                }
              },
              going.cancellation());
          arrivals.awaitDelivery();
        },
        fault -> ended(fault, Notice.of("notice.heard", heard.get())));
  }

  /**
   * Remembers a decision of an earlier session. It holds again once the track is listed, unless the
   * file was changed since.
   *
   * @param planned the plan that it was taken on
   */
  public void recall(PlannedTrack planned, Decision decision) {
    HeardFile file = new HeardFile(Credits.NONE, Map.of(), planned, Map.of());
    recalled.put(planned.path(), new TrackRow(file, decision, ""));
  }

  /** Tracks with a decision that waits: listed ones, and remembered ones that are not. */
  public List<TrackRow> decided() {
    List<TrackRow> decided = new ArrayList<>(recalled.values());
    tracks.all().stream()
        .filter(row -> row.decision().due() || row.decision() == Decision.REJECTED)
        .forEach(decided::add);
    return List.copyOf(decided);
  }

  /** How many decisions of an earlier session wait for their tracks to be listed. */
  public int recalled() {
    return recalled.size();
  }

  /** Accepts, rejects or leaves open. */
  public void decide(List<Path> files, Decision decision) {
    tracks.change(files, row -> row.decision() == Decision.WRITTEN ? row : row.decided(decision));
  }

  /** Puts the user's word into the plans of files. */
  public void choose(List<Path> files, TagField field, String word) {
    List<PlannedTrack> plans = plans(files);
    work.begin(
        texts.get("work.choosing"),
        going -> {
          going.total(plans.size());
          for (int i = 0; i < plans.size() && !going.cancellation().requested(); i++) {
            PlannedTrack corrected = engine.correct(plans.get(i), field, word);
            screen.execute(() -> tracks.change(corrected.path(), row -> row.changed(corrected)));
            going.done(i + 1L);
          }
        },
        fault -> fault.ifPresent(error -> tell(Notice.of(error))));
  }

  /** Writes what was accepted or changed. */
  public void apply() {
    List<PlannedTrack> due =
        tracks.all().stream()
            .filter(row -> row.decision().due())
            .map(row -> row.file().planned())
            .filter(planned -> !planned.changes().isEmpty())
            .toList();
    if (due.isEmpty()) {
      tell(Notice.of("notice.nothing-due"));
      return;
    }
    AtomicLong run = new AtomicLong();
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    work.begin(
        texts.get("work.writing"),
        going -> {
          going.total(due.size());
          run.set(
              engine.apply(
                  due,
                  outcome -> {
                    boolean failed = outcome.status() == TrackStatus.FAILED;
                    int sum = (failed ? bad : good).incrementAndGet();
                    going.done(sum + (failed ? good : bad).get());
                    screen.execute(() -> after(outcome));
                  },
                  going.cancellation()));
        },
        fault -> {
          Notice notice =
              new Notice(
                  "notice.written",
                  List.of(good.get(), bad.get(), engine.hint()),
                  good.get() > 0 ? OptionalLong.of(run.get()) : OptionalLong.empty());
          ended(fault, notice);
          written.forEach(Runnable::run);
        });
  }

  /** Takes a run back. */
  public void undo(long run) {
    AtomicInteger back = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    AtomicLong done = new AtomicLong();
    work.begin(
        texts.get("work.undoing"),
        going ->
            engine.undo(
                run,
                false,
                file -> {
                  (file.restored() ? back : left).incrementAndGet();
                  going.done(done.incrementAndGet());
                  screen.execute(() -> after(file));
                },
                going.cancellation()),
        fault -> {
          ended(fault, Notice.of("notice.undone", back.get(), left.get()));
          written.forEach(Runnable::run);
        });
  }

  /** Puts tracks into a playlist of their own. */
  public void playlist(List<Path> files, Path target) {
    List<PlannedTrack> plans = plans(files);
    AtomicInteger held = new AtomicInteger();
    work.begin(
        texts.get("work.saving"),
        going -> held.set(engine.playlist(plans, target)),
        fault -> ended(fault, Notice.of("notice.playlist", held.get(), target.toString())));
  }

  /** Writes a file of the panel's own, such as a picture. */
  public void save(Path target, Saving saving) {
    work.begin(
        texts.get("work.saving"),
        going -> saving.to(target),
        fault -> ended(fault, Notice.of("notice.saved", target.toString())));
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Saving {
    /** Writes it there. */
    void to(Path target) throws IOException;
  }

  @Override
  public void close() {
    work.close();
  }

  private void listed(List<HeardFile> files) {
    tracks.put(files);
    for (HeardFile file : files) {
      TrackRow before = recalled.remove(file.planned().path());
      if (before != null) {
        tracks.change(file.planned().path(), row -> row.again(before));
      }
    }
  }

  private List<PlannedTrack> plans(List<Path> files) {
    List<PlannedTrack> plans = new ArrayList<>();
    for (Path path : files) {
      tracks.indexOf(path).ifPresent(i -> plans.add(tracks.row(i).file().planned()));
    }
    return plans;
  }

  private void after(TrackOutcome outcome) {
    String why =
        outcome.problem().map(problem -> problem.message() + " " + problem.remedy()).orElse("");
    tracks.change(
        outcome.track().path(),
        row -> outcome.status() == TrackStatus.FAILED ? row.notWritten(why) : row.written());
  }

  private void after(UndoneFile file) {
    Map<TagField, List<String>> values = new EnumMap<>(TagField.class);
    for (UndoneField field : file.fields()) {
      if (field.outcome() != UndoneField.Outcome.CHANGED_SINCE) {
        values.put(field.field(), field.restored());
      }
    }
    if (!values.isEmpty()) {
      tracks.change(file.path(), row -> row.undone(values));
    }
  }

  private void ended(Optional<Exception> fault, Notice well) {
    tell(fault.map(Notice::of).orElse(well));
  }

  private void tell(Notice notice) {
    notices.forEach(listener -> listener.accept(notice));
  }
}
