package org.tonearm.panel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.planfile.PlannedTrack;

/** Writes what was decided, and takes it back. Confined to the event thread. */
final class Writing {
  private final PanelEngine engine;
  private final Work work;
  private final Texts texts;
  private final Outcomes outcomes;
  private final BiConsumer<Optional<Exception>, Notice> ended;

  /**
   * @param ended told what went wrong, if anything did, and what to tell if nothing did
   */
  Writing(
      PanelEngine engine,
      Work work,
      Texts texts,
      Outcomes outcomes,
      BiConsumer<Optional<Exception>, Notice> ended) {
    this.engine = engine;
    this.work = work;
    this.texts = texts;
    this.outcomes = outcomes;
    this.ended = ended;
  }

  /** Writes what was accepted or changed. */
  void apply() {
    List<PlannedTrack> due = outcomes.due();
    if (due.isEmpty()) {
      ended.accept(Optional.empty(), Notice.of("notice.nothing-due"));
      return;
    }
    AtomicLong run = new AtomicLong();
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    begin(
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
                    outcomes.wrote(outcome);
                  },
                  going::waitsFor,
                  going.cancellation()));
        },
        fault -> {
          Notice notice = Notice.of("notice.written", good.get(), bad.get(), engine.hint());
          ended.accept(fault, good.get() > 0 ? notice.undoable(run.get()) : notice);
        });
  }

  /** Takes a run back. */
  void undo(long run) {
    AtomicInteger back = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    AtomicLong done = new AtomicLong();
    begin(
        texts.get("work.undoing"),
        going ->
            engine.undo(
                run,
                false,
                file -> {
                  (file.restored() ? back : left).incrementAndGet();
                  going.done(done.incrementAndGet());
                  outcomes.undid(file);
                },
                going::waitsFor,
                going.cancellation()),
        fault -> ended.accept(fault, Notice.of("notice.undone", back.get(), left.get())));
  }

  private void begin(String title, Work.Piece piece, Consumer<Optional<Exception>> done) {
    if (!work.begin(title, piece, done)) {
      ended.accept(Optional.empty(), Notice.of("notice.busy"));
    }
  }
}
