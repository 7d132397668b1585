package org.tonearm.panel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tonearm.api.TonearmException;
import org.tonearm.panel.said.EngineTexts;

/**
 * What the user is told when something is done. Immutable.
 *
 * @param key of the text in {@link Texts}
 * @param values for its places
 * @param run a run that can be taken back on the spot
 * @param fault the engine's error that is told in place of a text
 */
public record Notice(
    String key, List<Object> values, OptionalLong run, Optional<TonearmException> fault) {
  private static final Set<String> FAULTS = Set.of("notice.internal", "notice.state-unwritten");

  /** Copies the list. */
  public Notice {
    values = List.copyOf(values);
  }

  /** With nothing to take back. */
  public static Notice of(String key, Object... values) {
    return new Notice(key, List.of(values), OptionalLong.empty(), Optional.empty());
  }

  /** Of an error: what happened, and what to do. */
  public static Notice of(Exception error) {
    if (error instanceof TonearmException told) {
      return new Notice("notice.error", List.of(), OptionalLong.empty(), Optional.of(told));
    }
    if (error instanceof InterruptedException) {
      return of("notice.cancelled");
    }
    return of("notice.internal", error.toString());
  }

  /** The same with a run that can be taken back on the spot. */
  Notice undoable(long number) {
    return new Notice(key, values, OptionalLong.of(number), fault);
  }

  /** Whether it tells of something that went wrong, other than by the user's own wish. */
  public boolean isFault() {
    return fault.isPresent() || FAULTS.contains(key);
  }

  /** In the user's words. */
  public String text(Texts texts) {
    return fault
        .map(error -> texts.engine().problem(error))
        .orElseGet(() -> texts.get(key, values.toArray()));
  }

  /** More of it for whoever wants to know: of an error, the engine's own words. */
  public String detail(Texts texts) {
    String text = text(texts);
    return fault
        .map(error -> EngineTexts.original(error.getMessage(), error.remedy()))
        .filter(own -> !own.equals(text))
        .map(own -> text + "\n" + own)
        .orElse(text);
  }
}
