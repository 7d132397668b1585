package org.tonearm.panel.view.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.tonearm.panel.Notice;
import org.tonearm.panel.Texts;
import org.tonearm.panel.settings.SettingsDesk;
import org.tonearm.panel.settings.WatchSwitch;
import org.tonearm.panel.view.Controls;
import org.tonearm.watch.WatchStatus;

/** Switches the watch of folders on and off, and tells how it is getting on. */
final class WatchPane {
  private static final int AGAIN_MILLIS = 1000;

  private final Texts texts;
  private final SettingsDesk desk;
  private final WatchSwitch watch;
  private final Supplier<List<Path>> places;
  private final Consumer<Notice> notices;
  private final Prose state = new Prose("");
  private final JButton on;
  private final JButton off;
  private final Timer again = new Timer(AGAIN_MILLIS, event -> look());

  /**
   * How the watch is getting on.
   *
   * @param running empty if none is
   * @param pending what was asked for and is not done yet
   */
  private record Now(Optional<WatchStatus> running, WatchSwitch.Pending pending) {}

  /**
   * @param places the folders of the library
   * @param notices told what is missing
   */
  WatchPane(
      Texts texts,
      SettingsDesk desk,
      WatchSwitch watch,
      Supplier<List<Path>> places,
      Consumer<Notice> notices) {
    this.texts = texts;
    this.desk = desk;
    this.watch = watch;
    this.places = places;
    this.notices = notices;
    Controls controls = new Controls(texts);
    on = controls.button("settings.watch.on", this::start);
    off = controls.button("settings.watch.off", this::stop);
    on.setEnabled(false);
    off.setEnabled(false);
    state.setName("watch.state");
    again.setRepeats(false);
  }

  /** Puts it on a page. */
  void addTo(Page page) {
    JPanel buttons = new JPanel(new MigLayout("insets 0"));
    buttons.add(on);
    buttons.add(off);
    page.add(new JLabel(texts.get("settings.watch")), "top");
    page.add(state, "span 2, growx, wmin 0");
    page.add(buttons, "skip 1, span 2, gapbottom 12");
  }

  /** Asks anew. */
  void look() {
    desk.ask(this::now, this::tell);
  }

  private void start() {
    List<Path> all = places.get();
    if (all.isEmpty()) {
      notices.accept(Notice.of("notice.no-places"));
      return;
    }
    on.setEnabled(false);
    state.setText(texts.get("settings.watch.starting"));
    // A single file on the list can't be watched, and must not hinder the watch of the folders.
    desk.ask(() -> all.stream().filter(place -> !Files.isRegularFile(place)).toList(), this::start);
  }

  private void start(List<Path> folders) {
    if (folders.isEmpty()) {
      notices.accept(Notice.of("notice.no-folders"));
      look();
      return;
    }
    desk.ask(
        () -> {
          watch.start(folders);
          return now();
        },
        this::tell);
    look(); // Also when it could not be started, which a notice tells.
  }

  private void stop() {
    off.setEnabled(false);
    state.setText(texts.get("settings.watch.ending"));
    desk.ask(
        () -> {
          watch.stop();
          return now();
        },
        this::tell);
    look();
  }

  /** Off the event thread. */
  private Now now() {
    return new Now(watch.running(), watch.pending());
  }

  private void tell(Now now) {
    WatchSwitch.Pending pending = now.pending();
    boolean settled = pending == WatchSwitch.Pending.NOTHING;
    on.setEnabled(settled && now.running().isEmpty());
    off.setEnabled(pending == WatchSwitch.Pending.START || (settled && now.running().isPresent()));
    state.setText(
        switch (pending) {
          case START -> texts.get("settings.watch.starting");
          case END -> texts.get("settings.watch.ending");
          case NOTHING ->
              now.running()
                  .map(status -> texts.get("settings.watch.is-on", told(status.ways())))
                  .orElse(texts.get("settings.watch.is-off"));
        });
    if (!settled) {
      again.restart();
    }
  }

  private String told(List<String> ways) {
    return ways.stream().map(texts.engine()::part).collect(Collectors.joining("\n"));
  }
}
