package org.tonearm.panel.view;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.tonearm.panel.Notice;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.state.KeptDecision;
import org.tonearm.panel.state.PanelState;
import org.tonearm.panel.state.StateFile;
import org.tonearm.panel.thread.OwnThread;

/**
 * Remembers how a panel is left, and puts the next one as it was: every few seconds while it is
 * open, and when it is closed. On the event thread; the file is written on another one.
 */
public final class PanelMemory {
  private static final int SAVE_MILLIS = 3000;

  private final Optional<StateFile> file;
  private final PanelView view;
  private final PanelState before;
  private final ViewTraces traces;
  private final ExecutorService writing = OwnThread.named("tonearm-state");
  private final AtomicReference<Supplier<PanelState>> latest = new AtomicReference<>();
  private final Timer timer = new Timer(SAVE_MILLIS, event -> save());
  private Supplier<PanelState.Bounds> bounds;
  private Supplier<String> theme;
  private Supplier<String> language;

  /** What the file says; of the writing thread. */
  private PanelState saved;

  /** What was told of a file that can't be written, so that it is told once; of that thread too. */
  private String unwritten = "";

  /**
   * @param file where it is remembered; empty if another panel remembers there
   * @param before how it was left
   */
  public PanelMemory(Optional<StateFile> file, PanelView view, PanelState before) {
    this.file = file;
    this.view = view;
    this.before = before;
    this.saved = before;
    this.traces = new ViewTraces(before);
    this.bounds = before::window;
    this.theme = before::theme;
    this.language = before::language;
  }

  /** Asks from now on where the window is. */
  public void window(Supplier<PanelState.Bounds> asked) {
    bounds = asked;
  }

  /** Asks from now on for the words of theme and language. */
  public void look(Supplier<String> themeAsked, Supplier<String> languageAsked) {
    theme = themeAsked;
    language = languageAsked;
  }

  /**
   * Puts the panel as it was, and begins to remember. Called once, when all views are there.
   *
   * @param aside where a file went that could not be understood
   */
  public void restore(Optional<Path> aside) {
    traces.restore(view.component());
    view.add(before.places().stream().flatMap(place -> path(place).stream()).toList());
    before
        .decisions()
        .forEach(kept -> view.session().decisions().recall(kept.planned(), kept.decision()));
    view.show(before.view());
    if (file.isEmpty()) {
      view.tell(Notice.of("notice.state-elsewhere"));
    } else if (aside.isPresent()) {
      boolean nothing = before.equals(PanelState.NEW);
      view.tell(
          Notice.of(
              nothing ? "notice.state-broken" : "notice.state-partly", aside.get().toString()));
    } else if (view.session().decisions().recalled() > 0) {
      view.tell(Notice.of("notice.recalled", view.session().decisions().recalled()));
    }
    if (file.isPresent()) {
      timer.start();
    }
  }

  /** Writes down how the panel is, if that has changed. */
  public void save() {
    boolean open = file.isPresent() && !writing.isShutdown();
    if (open && latest.getAndSet(now()) == null) {
      writing.execute(() -> write(file.get(), latest.getAndSet(null).get()));
    }
  }

  /** Writes down how the panel is, and ends. */
  public void close() {
    timer.stop();
    save();
    writing.shutdown();
  }

  /**
   * Waits, after it was closed, until all is written. On any thread but the event thread.
   *
   * @return whether it is
   */
  public boolean awaitEnd() throws InterruptedException {
    return writing.awaitTermination(10, TimeUnit.SECONDS);
  }

  /** How the panel is. The places' addresses are made later: a drive may be slow to answer. */
  private Supplier<PanelState> now() {
    traces.collect(view.component());
    List<KeptDecision> decisions = new ArrayList<>();
    for (TrackRow row : view.session().decisions().decided()) {
      decisions.add(new KeptDecision(row.decision(), row.file().planned()));
    }
    List<Path> places = view.session().places();
    PanelState placeless =
        new PanelState(
            bounds.get(),
            view.shown(),
            theme.get(),
            language.get(),
            traces.dividers,
            traces.tables,
            traces.inputs,
            List.of(),
            decisions);
    return () ->
        placeless.withPlaces(places.stream().map(place -> place.toUri().toString()).toList());
  }

  private void write(StateFile target, PanelState now) {
    if (now.equals(saved)) {
      return;
    }
    try {
      target.write(now);
      saved = now;
      unwritten = "";
    } catch (IOException e) {
      if (!unwritten.equals(e.toString())) {
        unwritten = e.toString();
        SwingUtilities.invokeLater(
            () ->
                view.tell(
                    Notice.of("notice.state-unwritten", target.file().toString(), e.toString())));
      }
    }
  }

  private static Optional<Path> path(String address) {
    try {
      return Optional.of(Path.of(URI.create(address)));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
