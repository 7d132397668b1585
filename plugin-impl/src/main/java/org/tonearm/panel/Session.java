package org.tonearm.panel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.planfile.PlannedTrack;

/**
 * What the user does in the panel: places, listening, decisions, writing, taking back. Confined to
 * the event thread; long work goes to {@link #work}. While work goes on, what would begin more of
 * it is told so and does nothing.
 */
public final class Session implements AutoCloseable {
  private final PanelEngine engine;
  private final Texts texts;
  private final Executor screen;
  private final Work work;
  private final Tracks tracks = new Tracks();
  private final Set<Path> places = new LinkedHashSet<>();
  private final Decisions decisions;
  private final Writing writing;
  private final List<Consumer<Notice>> notices = new ArrayList<>();
  private final List<Runnable> written = new ArrayList<>();
  private final List<Runnable> listening = new ArrayList<>();

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
    this.decisions = new Decisions(tracks, screen);
    this.writing =
        new Writing(
            engine,
            work,
            texts,
            new Outcomes(tracks, texts, screen),
            (fault, well) -> {
              ended(fault, well);
              written.forEach(Runnable::run);
            });
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

  /** Tells from now on that a listening begins. */
  public void onListening(Runnable listener) {
    listening.add(listener);
  }

  /** Lists places, those that are not there yet. */
  public void add(List<Path> more) {
    places.addAll(more);
  }

  /** Takes a place off the list. Its tracks stay listed; the next listening passes it over. */
  public void remove(Path place) {
    places.remove(place);
  }

  /** Listens to all places. */
  public void listen() {
    if (places.isEmpty()) {
      tell(Notice.of("notice.no-places"));
      return;
    }
    List<Path> all = places();
    AtomicLong heard = new AtomicLong();
    Arrivals<HeardFile> arrivals = new Arrivals<>(screen, decisions::listed);
    if (work.current().isEmpty()) {
      listening.forEach(Runnable::run);
    }
    begin(
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

  /** What was decided on tracks, in this session and in earlier ones. */
  public Decisions decisions() {
    return decisions;
  }

  /** Accepts, rejects or leaves open. */
  public void decide(List<Path> files, Decision decision) {
    decisions.decide(files, decision);
  }

  /**
   * Puts the user's word into the plans of files, once all that was asked for before is decided;
   * those that can't have it stay as they are, and so do those that are decided on meanwhile.
   */
  public void choose(List<Path> files, TagField field, String word) {
    decisions.whenDone(() -> correct(files, field, word));
  }

  private void correct(List<Path> files, TagField field, String word) {
    Map<Path, TrackRow> asked = new LinkedHashMap<>();
    files.forEach(
        path -> tracks.indexOf(path).ifPresent(index -> asked.put(path, tracks.row(index))));
    List<PlannedTrack> plans = asked.values().stream().map(TrackRow::pending).toList();
    List<TonearmException> refused = new ArrayList<>();
    Arrivals<PlannedTrack> arrivals =
        new Arrivals<>(screen, some -> some.forEach(plan -> put(plan, asked.get(plan.path()))));
    begin(
        texts.get("work.choosing"),
        going -> {
          going.total(plans.size());
          for (int i = 0; i < plans.size() && !going.cancellation().requested(); i++) {
            try {
              arrivals.add(engine.correct(plans.get(i), field, word));
            } catch (TonearmException e) {
              refused.add(e);
            }
            going.done(i + 1L);
          }
          arrivals.awaitDelivery();
        },
        fault -> {
          if (fault.isPresent()) {
            tell(Notice.of(fault.get()));
          } else if (!refused.isEmpty()) {
            tell(chosen(plans.size(), refused));
          }
        });
  }

  @SuppressWarnings("ReferenceEquality") // Rows never change; another one is another object.
  private void put(PlannedTrack plan, TrackRow asked) {
    tracks.change(plan.path(), row -> row == asked ? row.changed(plan) : row);
  }

  /** One fault is told as such; of several the first, after how many there are. */
  private Notice chosen(int asked, List<TonearmException> refused) {
    Notice first = Notice.of(refused.get(0));
    return asked == 1
        ? first
        : Notice.of(
            "notice.chosen-partly", asked - refused.size(), refused.size(), first.text(texts));
  }

  /** Writes what was accepted or changed, once all that was asked for is decided. */
  public void apply() {
    decisions.whenDone(writing::apply);
  }

  /** Takes a run back. */
  public void undo(long run) {
    writing.undo(run);
  }

  /** Puts tracks into a playlist of their own. */
  public void playlist(List<Path> files, Path target) {
    List<PlannedTrack> plans = plans(files);
    AtomicInteger held = new AtomicInteger();
    begin(
        texts.get("work.saving"),
        going -> held.set(engine.playlist(plans, target)),
        fault -> ended(fault, Notice.of("notice.playlist", held.get(), target.toString())));
  }

  /** Writes a file of the panel's own, such as a picture, where none is yet. */
  public void save(Path target, Saving saving) {
    begin(
        texts.get("work.saving"),
        going -> NewFile.save(target, saving),
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

  private void begin(String title, Work.Piece piece, Consumer<Optional<Exception>> ended) {
    if (!work.begin(title, piece, ended)) {
      tell(Notice.of("notice.busy"));
    }
  }

  private List<PlannedTrack> plans(List<Path> files) {
    List<PlannedTrack> plans = new ArrayList<>();
    for (Path path : files) {
      tracks.indexOf(path).ifPresent(i -> plans.add(tracks.row(i).file().planned()));
    }
    return plans;
  }

  private void ended(Optional<Exception> fault, Notice well) {
    tell(fault.map(Notice::of).orElse(well));
  }

  private void tell(Notice notice) {
    notices.forEach(listener -> listener.accept(notice));
  }
}
