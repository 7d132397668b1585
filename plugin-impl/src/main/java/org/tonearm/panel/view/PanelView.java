package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.tonearm.api.panel.EmbeddablePanel;
import org.tonearm.panel.Lookups;
import org.tonearm.panel.PanelEngine;
import org.tonearm.panel.Session;
import org.tonearm.panel.Texts;
import org.tonearm.panel.sound.AudioOutput;
import org.tonearm.panel.sound.JavaSound;

/** The whole panel: its views behind tabs, and the bar that tells what is going on. */
public final class PanelView implements EmbeddablePanel {
  private static final int GAP = 8;

  private final JPanel panel = new JPanel(new BorderLayout(0, GAP));
  private final JTabbedPane tabs = new JTabbedPane();
  private final Texts texts;
  private final Session session;
  private final Lookups lookups;
  private final LibraryView library;
  private final Dialogs dialogs;

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
    WorkBar bar = new WorkBar(texts, session.work(), session::undo);
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
    add(texts, "tab.library", library);
    add(texts, "tab.history", history);
    add(texts, "tab.map", map);
    session.onNotice(bar::tell);
    session.onWritten(history::refresh);
    panel.setName("panel");
    panel.add(tabs, BorderLayout.CENTER);
    panel.add(bar, BorderLayout.PAGE_END);
    lookups.words(library::offer);
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
    session.close();
    lookups.close();
    library.close();
  }

  private void add(Texts texts, String key, JComponent view) {
    tabs.addTab(texts.get(key), null, view, texts.get(key + ".tip"));
    int index = tabs.getTabCount() - 1;
    char digit = (char) ('1' + index);
    tabs.setMnemonicAt(index, digit);
  }

  private void save(MoodMap map) {
    dialogs.picture().ifPresent(file -> session.save(file, new MapFile(texts).of(map, file)));
  }
}
