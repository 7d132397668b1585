package org.tonearm.panel.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.tonearm.api.Task;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Timeline;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.Words;
import org.tonearm.panel.sound.Player;
import org.tonearm.panel.sound.Waveform;
import org.tonearm.panel.sound.Waveforms;
import org.tonearm.run.ClockTime;

/** How the selected track goes from its start to its end, to be looked at and listened to. */
final class TimelineView extends SteadyPanel implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final int FRAME_MILLIS = 40;

  private final transient Texts texts;
  private final TimelineChart chart;
  private final transient Player player;
  private final transient Waveforms waveforms;
  private final transient TrackMedia media;
  private final JButton play;
  private final JLabel clock = new JLabel();
  private final JLabel told = PlainText.in(new JLabel());
  private final JComboBox<String> question = new JComboBox<>();
  private final Timer frames = new Timer(FRAME_MILLIS, event -> follow());
  private transient Words words = Words.NONE;
  private transient Optional<TrackRow> shown = Optional.empty();

  TimelineView(Texts texts, TrackMedia media) {
    super(new MigLayout("fill, insets 0, wrap 1", "[grow, fill]", "[]4[grow, fill]"));
    this.texts = texts;
    this.media = media;
    this.player = new Player(media.sound(), media.output(), media.screen(), this::heard);
    this.waveforms = new Waveforms(media.sound(), media.screen(), new Drawn());
    this.chart = new TimelineChart(texts, this::moved, this::playOrPause);
    Controls controls = new Controls(texts);
    this.play = controls.button("play", this::playOrPause);
    for (Task task : Task.values()) {
      question.addItem(texts.get("field." + TagField.of(task).word()));
    }
    question.addActionListener(event -> draw());
    told.setName("timeline.told");
    clock.setName("timeline.clock");
    JPanel row =
        new WrappingRow(0, controls.label("timeline.of", question), question, play, clock, told);
    add(row, "wmin 0");
    add(chart, "grow, wmin 0");
  }

  /** How labels are called. */
  void offer(Words offered) {
    words = offered;
    draw();
  }

  /** Shows a track, or nothing. */
  void show(Optional<TrackRow> selected) {
    boolean other = !selected.map(TrackRow::path).equals(shown.map(TrackRow::path));
    shown = selected;
    if (other) {
      player.stop();
      told.setText(" ");
      waveforms.stop();
      chart.begin(selected.map(row -> row.file().planned().seconds()).orElse(0.0));
    }
    play.setEnabled(selected.isPresent());
    draw();
    if (other) {
      selected.ifPresent(row -> waveforms.ask(row.path()));
    }
    follow();
  }

  /** Plays the track from the spot on, or falls silent. */
  void playOrPause() {
    if (player.on()) {
      player.stop();
    } else {
      shown.ifPresent(row -> player.play(row.path(), chart.spot()));
    }
  }

  @Override
  public void close() {
    frames.stop();
    player.close();
    waveforms.close();
    media.sound().close();
  }

  private void draw() {
    Task task = Task.values()[Math.max(0, question.getSelectedIndex())];
    Optional<Timeline> timeline =
        shown.flatMap(row -> Optional.ofNullable(row.file().timelines().get(task)));
    List<String> names =
        timeline.map(Timeline::labels).orElse(List.of()).stream()
            .map(label -> words.of(TagField.of(task), label))
            .toList();
    chart.show(timeline, names);
  }

  /** The user wants to hear another spot. */
  private void moved(boolean sounding) {
    if (sounding || player.on()) {
      shown.ifPresent(row -> player.play(row.path(), chart.spot()));
    }
    follow();
  }

  private void heard() {
    play.setText(texts.get(player.on() ? "play.pause" : "play"));
    told.setText(
        switch (player.state()) {
          case SILENT, PLAYING -> " ";
          case SEEKING -> texts.get("play.seeking");
          case NO_DEVICE -> texts.get("play.no-device");
          case FAILED -> player.why().map(texts.engine()::problem).orElse(" ");
        });
    told.setToolTipText(told.getText().isBlank() ? null : PlainText.tip(told.getText()));
    if (player.on()) {
      frames.start();
    } else {
      frames.stop();
    }
    follow();
  }

  private void follow() {
    if (player.on()) {
      chart.playhead(player.position());
    }
    clock.setText(
        texts.get("play.clock", ClockTime.text(chart.spot()), ClockTime.text(chart.seconds())));
  }

  private final class Drawn implements Waveforms.Listener {
    @Override
    public void drawn(Path file, Waveform waveform, boolean whole) {
      chart.show(waveform, whole);
      follow();
    }

    @Override
    public void failed(Path file, Throwable why) {
      if (!player.on()) {
        told.setText(texts.get("timeline.no-waveform", texts.engine().problem(why)));
        told.setToolTipText(PlainText.tip(told.getText()));
      }
    }
  }
}
