package org.tonearm.panel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tonearm.run.Cancellation;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.undo.UndoneFile;

/**
 * Looks things up: earlier runs, their files, what taking them back would do, words to choose from.
 * Confined to the event thread; answers come there too, in the order of the questions. Nothing is
 * written.
 */
public final class Lookups implements AutoCloseable {
  /** Files shown of a run; the command line shows all of them. */
  public static final int MOST_FILES = 1000;

  private final PanelEngine engine;
  private final Work looking;
  private final Consumer<Notice> notices;
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param nanos a clock, as of {@link System#nanoTime}
   * @param notices told of errors
   */
  public Lookups(
      PanelEngine engine, Executor screen, LongSupplier nanos, Consumer<Notice> notices) {
    this.engine = engine;
    this.looking = new Work(screen, nanos);
    this.notices = notices;
  }

  /** The words to choose from; not answered if the engine can't tell. */
  public void words(Consumer<Words> answer) {
    ask(() -> List.of(engine.words()), found -> answer.accept(found.get(0)));
  }

  /** The newest runs, newest first. */
  public void runs(Consumer<List<RunSummary>> answer) {
    ask(engine::runs, answer);
  }

  /** The first files of a run. */
  public void files(long run, Consumer<List<JournalEntry>> answer) {
    ask(() -> engine.files(run, MOST_FILES), answer);
  }

  /** What taking a run back would do to each file; the first files of it. */
  public void preview(long run, Consumer<List<UndoneFile>> answer) {
    ask(
        () -> {
          List<UndoneFile> files = new ArrayList<>();
          engine.undo(
              run,
              true,
              file -> {
                if (files.size() < MOST_FILES) {
                  files.add(file);
                }
              },
              whom -> {},
              new Cancellation());
          return List.copyOf(files);
        },
        answer);
  }

  /** Waits as {@link Work#awaitEnd} does. */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return looking.awaitEnd(patience);
  }

  @Override
  public void close() {
    looking.close();
  }

  private interface Question<T> {
    List<T> ask() throws Exception;
  }

  private <T> void ask(Question<T> question, Consumer<List<T>> answer) {
    if (looking.current().isPresent()) {
      waiting.add(() -> ask(question, answer));
      return;
    }
    List<T> found = new ArrayList<>();
    looking.begin(
        "",
        going -> found.addAll(question.ask()),
        fault -> {
          try {
            fault.ifPresent(error -> notices.accept(Notice.of(error)));
            if (fault.isEmpty()) {
              answer.accept(List.copyOf(found));
            }
          } finally {
            if (!waiting.isEmpty()) {
              waiting.remove().run();
            }
          }
        });
  }
}
