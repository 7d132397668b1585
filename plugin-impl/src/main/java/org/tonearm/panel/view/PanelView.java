package org.tonearm.panel.view;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.panel.EmbeddablePanel;
import org.tonearm.panel.Lookups;
import org.tonearm.panel.Notice;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Session;
import org.tonearm.panel.Texts;
import org.tonearm.panel.sound.AudioOutput;
import org.tonearm.panel.sound.JavaSound;

/** The whole panel: its views behind tabs, and the bar that tells what is going on. */
public final class PanelView implements EmbeddablePanel {
  private static final Logger LOG = LoggerFactory.getLogger(PanelView.class);

  private final JPanel panel =
      new JPanel(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[grow, fill]6[]"));
  private final JTabbedPane tabs = new JTabbedPane();
  private final Texts texts;
  private final Session session;
  private final Lookups lookups;
  private final LibraryView library;
  private final Dialogs dialogs;
  private final WorkBar bar;
  private final List<String> keys = new ArrayList<>();
  private final List<Runnable> closing = new ArrayList<>();

  /**
   * On the event thread. The look should be set before; see {@link Appearance}.
   *
   * @param engine does the work
   * @param texts the words
   * @param screen runs on the event thread what it is given, in order
   * @param nanos a clock, as of {@link System#nanoTime}
   */
  public PanelView(PanelEngine engine, Texts texts, Executor screen, LongSupplier nanos) {
    this(engine, texts, screen, nanos, new JavaSound());
  }

  /**
   * With a sound device of one's own.
   *
   * @param output where the sound of tracks goes
   */
  public PanelView(
      PanelEngine engine, Texts texts, Executor screen, LongSupplier nanos, AudioOutput output) {
    this.texts = texts;
    this.session = new Session(engine, texts, screen, nanos);
    this.dialogs = new Dialogs(texts, panel);
    this.bar = new WorkBar(texts, session.work(), session::undo);
    this.lookups = new Lookups(engine, screen, nanos, bar::tell);
    this.library =
        new LibraryView(
            session,
            texts,
            dialogs::places,
            new TrackMedia(engine.sound(), output, engine.pictures(), screen));
    HistoryView history = new HistoryView(texts, lookups, session::undo);
    MoodMapView map =
        new MoodMapView(
            texts,
            session.tracks(),
            screen,
            files -> dialogs.playlist().ifPresent(file -> session.playlist(files, file)),
            this::save);
    addView("tab.library", library);
    addView("tab.history", history);
    addView("tab.map", map);
    session.onNotice(bar::tell);
    session.onWritten(history::refresh);
    closing.add(map::close);
    panel.setName("panel");
    panel.add(tabs, "grow, wmin 0, hmin 0");
    panel.add(bar, "growx, wmin 0");
    lookups.words(library::offer);
    // The settings may name other models, labels and genres by then.
    session.onListening(() -> lookups.words(library::offer));
    history.refresh();
  }

  @Override
  public JComponent component() {
    return panel;
  }

  @Override
  public void add(List<Path> places) {
    library.add(places);
  }

  /**
   * Puts a further view behind the others.
   *
   * @param key of its name among the texts
   */
  public void addView(String key, JComponent view) {
    tabs.addTab(texts.get(key), null, view, texts.get(key + ".tip"));
    int index = tabs.getTabCount() - 1;
    tabs.setMnemonicAt(index, '1' + index);
    keys.add(key);
  }

  /** Does something from now on when this is closed. */
  public void onClose(Runnable what) {
    closing.add(what);
  }

  /** Tells the user something at the bottom. */
  public void tell(Notice notice) {
    bar.tell(notice);
  }

  /** The words. */
  public Texts texts() {
    return texts;
  }

  /** The key of the view that is shown. */
  public String shown() {
    return keys.get(tabs.getSelectedIndex());
  }

  /** Shows the view of a key, if there is one. */
  public void show(String key) {
    if (keys.contains(key)) {
      tabs.setSelectedIndex(keys.indexOf(key));
    }
  }

  /** What the user does; for tests and pictures. */
  public Session session() {
    return session;
  }

  /** How many views there are. */
  public int views() {
    return tabs.getTabCount();
  }

  /** Shows a view, from 0. */
  public void show(int view) {
    tabs.setSelectedIndex(view);
  }

  /**
   * Waits, after it was closed, until the file that is being written is whole. On any thread but
   * the event thread.
   *
   * @return whether all ended in time
   */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return session.work().awaitEnd(patience) && lookups.awaitEnd(patience);
  }

  @Override
  public void close() {
    List<Runnable> all = new ArrayList<>(closing);
    all.addAll(List.of(session::close, lookups::close, library::close));
    for (Runnable one : all) {
      try {
        one.run();
      } catch (RuntimeException | Error e) {
        LOG.error("A part of the panel was not closed", e); // The others are, all the same.
      }
    }
  }

  private void save(MoodMap map) {
    dialogs.picture().ifPresent(file -> session.save(file, new MapFile(texts).of(map, file)));
  }
}
