package org.tonearm.panel.view;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.tonearm.panel.Notice;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Work;
import org.tonearm.run.ClockTime;
import org.tonearm.run.Pace;

/** What is going on, how fast and how long still, with a button to end it; and how things ended. */
final class WorkBar extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final long READING_NANOS = 4_000_000_000L;

  private final transient Texts texts;
  private final transient Work work;
  private final JLabel told = PlainText.in(new JLabel(" "));
  private final JLabel wrong = PlainText.in(new JLabel());
  private final JProgressBar bar = new JProgressBar();
  private final JButton cancel;
  private final JButton undo;
  private transient OptionalLong undoable = OptionalLong.empty();
  private transient long quietUntil = System.nanoTime();

  /**
   * @param undo told of the run that the user takes back
   */
  WorkBar(Texts texts, Work work, LongConsumer undo) {
    super(new MigLayout("fillx, insets 4 8 4 8, hidemode 3", "[grow, fill]8[]8[]8[]"));
    this.texts = texts;
    this.work = work;
    Controls controls = new Controls(texts);
    this.cancel = controls.button("work.cancel", work::cancel);
    this.undo = controls.button("work.undo", () -> undoable.ifPresent(undo));
    controls.name(bar, "work.progress");
    told.setName("work.told");
    wrong.setName("work.wrong");
    wrong.setVisible(false);
    add(wrong, "span, growx, wmin 0, wrap");
    add(told, "growx, wmin 0");
    add(this.undo);
    add(bar);
    add(cancel);
    work.listen(this::refresh);
    refresh();
  }

  /**
   * Tells how something ended, or, for a few seconds, something while work goes on. What went wrong
   * meanwhile stands in a line of its own until other work begins.
   */
  void tell(Notice notice) {
    boolean meanwhile = work.current().isPresent() && notice.isFault();
    JLabel line = meanwhile ? wrong : told;
    line.setText(notice.text(texts));
    line.setToolTipText(PlainText.tip(notice.detail(texts)));
    if (meanwhile) {
      wrong.setVisible(true);
      return;
    }
    quietUntil = System.nanoTime() + (work.current().isPresent() ? READING_NANOS : 0);
    undoable = notice.run();
    undo.setVisible(undoable.isPresent());
  }

  private void refresh() {
    Optional<Work.Going> now = work.current();
    boolean going = now.isPresent();
    if (going && !bar.isVisible()) { // other work begins
      wrong.setVisible(false);
    }
    bar.setVisible(going);
    cancel.setVisible(going);
    cancel.setEnabled(now.filter(g -> !g.cancellation().requested()).isPresent());
    now.ifPresent(
        g -> {
          undo.setVisible(false);
          Pace pace = g.pace();
          bar.setIndeterminate(pace.total().isEmpty());
          bar.setMaximum((int) Math.min(Integer.MAX_VALUE, pace.total().orElse(1)));
          bar.setValue((int) pace.done());
          if (System.nanoTime() - quietUntil >= 0) {
            say(line(g, pace));
          }
        });
    if (!going && undoable.isEmpty()) {
      undo.setVisible(false);
    }
  }

  private String line(Work.Going going, Pace pace) {
    if (going.cancellation().requested()) {
      return texts.get("work.ending", going.title());
    }
    if (going.waitsFor().isPresent()) {
      String whom = texts.engine().part(going.waitsFor().get());
      return texts.get("work.waiting", going.title(), whom);
    }
    if (pace.total().isEmpty()) {
      return texts.get("work.begun", going.title(), pace.done(), Math.round(pace.perMinute()));
    }
    return texts.get(
        "work.going",
        going.title(),
        pace.done(),
        pace.total().getAsLong(),
        Math.round(pace.perMinute()),
        pace.left().map(ClockTime::text).orElse("–"));
  }

  private void say(String sentence) {
    told.setText(sentence);
    told.setToolTipText(PlainText.tip(sentence));
  }
}
