package org.tonearm.panel.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.ConfigurationStore;
import org.tonearm.configuration.Fault;
import org.tonearm.configuration.toml.TomlText;
import org.tonearm.panel.Notice;

/**
 * The configuration file on the user's desk: what it says is shown, also when another program
 * changes it; what the user sets is written into it at once, unless it is wrong. Its methods belong
 * to the event thread, and its answers come there; files are touched on a thread of its own.
 */
public final class SettingsDesk implements AutoCloseable {
  private static final long POLL_MILLIS = 1000;

  private final ConfigurationStore store;
  private final Executor screen;
  private final DeskThread thread;
  private final List<Consumer<ConfigurationSheet>> listeners = new ArrayList<>();
  private final Consumer<Notice> notices;
  private Optional<ConfigurationSheet> shown = Optional.empty();

  /** What was read last; of the other thread. */
  private Optional<ConfigurationSheet> seen = Optional.empty();

  /** What was told of a file that can't be read, so that it is told once; of the other thread. */
  private String unreadable = "";

  /** What is done with a sheet off the event thread. */
  @FunctionalInterface
  private interface Change {
    ConfigurationSheet of(ConfigurationSheet sheet) throws ConfigurationException;
  }

  /**
   * @param store the file
   * @param screen runs on the event thread what it is given, in order
   * @param notices told of what went wrong
   */
  public SettingsDesk(ConfigurationStore store, Executor screen, Consumer<Notice> notices) {
    this.store = store;
    this.screen = screen;
    this.notices = notices;
    this.thread = new DeskThread(screen, notices);
  }

  /** Begins to look at the file, again and again until this is closed. */
  public void open() {
    thread.repeat(this::look, POLL_MILLIS);
  }

  /** The file. */
  public Path file() {
    return store.file();
  }

  /** What the file says, as far as it was read. */
  public Optional<ConfigurationSheet> sheet() {
    return shown;
  }

  /** Tells from now on what the file says whenever that changes. */
  public void listen(Consumer<ConfigurationSheet> listener) {
    listeners.add(listener);
    shown.ifPresent(listener);
  }

  /**
   * Writes a setting into the file, unless that makes a fault. Where it can't be written, which a
   * notice tells, listeners are told once more what the file says.
   *
   * @param key the parts of its full key
   * @param value a String, Long, Double, Boolean, or a List of them
   * @param refused told what is wrong with it; nothing was written then
   */
  public void set(List<String> key, Object value, Consumer<List<Fault>> refused) {
    change(key, sheet -> sheet.with(key, value), refused);
  }

  /**
   * Writes a list that a word was put into or taken out of. Refused while the file's own is wrong:
   * what could not be understood of it would be lost.
   *
   * @param list empty to take it out of the file
   * @param refused told what is wrong; nothing was written then
   */
  public void edit(List<String> key, Optional<Object> list, Consumer<List<Fault>> refused) {
    change(
        key,
        sheet -> list.isPresent() ? sheet.with(key, list.get()) : sheet.without(key),
        sheet -> sheet.faults(TomlText.key(key)),
        refused);
  }

  /**
   * Takes a setting out of the file, so that its default holds.
   *
   * @param refused told what would be wrong without it; nothing was written then
   */
  public void reset(List<String> key, Consumer<List<Fault>> refused) {
    change(key, sheet -> sheet.without(key), refused);
  }

  /**
   * Takes all entries of a table out of the file.
   *
   * @param table the parts of its full key
   * @param refused told what would be wrong without them; nothing was written then
   */
  public void clear(List<String> table, Consumer<List<Fault>> refused) {
    change(
        table,
        sheet -> {
          ConfigurationSheet less = sheet;
          for (String name : sheet.entries(table).keySet()) {
            List<String> key = new ArrayList<>(table);
            key.add(name);
            less = less.without(key);
          }
          return less;
        },
        refused);
  }

  /** Reads the file anew, also if it says the same: what it names may have changed. */
  public void refresh() {
    thread.run(
        () -> {
          ConfigurationSheet now = store.read();
          seen = Optional.of(now);
          screen.execute(() -> show(now));
        });
  }

  /**
   * Does something off the event thread, after what was asked for before.
   *
   * @param question what to do
   * @param answer told of the result; not if it failed, which a notice tells
   */
  public <T> void ask(Question<T> question, Consumer<T> answer) {
    thread.run(
        () -> {
          T found = question.ask();
          screen.execute(() -> answer.accept(found));
        });
  }

  /**
   * What is asked off the event thread.
   *
   * @param <T> of the answer
   */
  @FunctionalInterface
  public interface Question<T> {
    /** Finds out, or does it. */
    T ask() throws TonearmException;
  }

  /**
   * Waits, after it was closed, until what was set is written. On any thread but the event thread.
   *
   * @return whether it is
   */
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return thread.awaitEnd(patience);
  }

  @Override
  public void close() {
    thread.close();
  }

  private void change(List<String> key, Change change, Consumer<List<Fault>> refused) {
    change(key, change, sheet -> List.of(), refused);
  }

  private void change(
      List<String> key,
      Change change,
      Function<ConfigurationSheet, List<Fault>> hindered,
      Consumer<List<Fault>> refused) {
    thread.run(
        () -> {
          ConfigurationSheet before = store.read();
          List<Fault> known = hindered.apply(before);
          ConfigurationSheet after = known.isEmpty() ? change.of(before) : before;
          List<Fault> wrong = known.isEmpty() ? fresh(key, before, after) : known;
          if (wrong.isEmpty()) {
            store.write(before, after);
            seen = Optional.of(after);
            screen.execute(() -> show(after));
          } else {
            screen.execute(() -> refused.accept(wrong));
          }
        },
        () -> shown.ifPresent(this::show));
  }

  /** Faults that the change made, wherever they show; those of the setting itself in any case. */
  private static List<Fault> fresh(
      List<String> key, ConfigurationSheet before, ConfigurationSheet after) {
    List<Fault> known = before.faults().stream().map(Fault::unplaced).toList();
    String name = TomlText.key(key);
    return after.faults().stream()
        .filter(
            fault ->
                (after.given(key).isPresent() && fault.key().equals(name))
                    || !known.contains(fault.unplaced()))
        .toList();
  }

  private void look() {
    try {
      if (seen.isEmpty() || store.changedSince(seen.get())) {
        ConfigurationSheet now = store.read();
        seen = Optional.of(now);
        unreadable = "";
        screen.execute(() -> show(now));
      }
    } catch (TonearmException e) {
      if (!unreadable.equals(e.getMessage())) {
        unreadable = e.getMessage();
        screen.execute(() -> notices.accept(Notice.of(e)));
      }
    }
  }

  private void show(ConfigurationSheet sheet) {
    shown = Optional.of(sheet);
    listeners.forEach(listener -> listener.accept(sheet));
  }
}
