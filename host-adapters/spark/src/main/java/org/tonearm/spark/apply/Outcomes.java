package org.tonearm.spark.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;

/** Turns what is asked for into outcomes, one at a time; closes the desk after the last. */
final class Outcomes<T> implements Iterator<ApplyOutcome> {
  private final Iterator<T> asked;
  private final Function<T, ApplyOutcome> work;
  private final Desk desk;

  Outcomes(Iterator<T> asked, Function<T, ApplyOutcome> work, Desk desk) {
    this.asked = asked;
    this.work = work;
    this.desk = desk;
  }

  @Override
  public boolean hasNext() {
    boolean more = asked.hasNext();
    if (!more) {
      close();
    }
    return more;
  }

  @Override
  public ApplyOutcome next() {
    return work.apply(asked.next()).with(desk.takeWarnings());
  }

  private void close() {
    try {
      desk.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
