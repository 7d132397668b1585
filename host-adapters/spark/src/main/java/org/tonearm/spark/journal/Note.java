package org.tonearm.spark.journal;

import java.time.Instant;

/** One line of a journal. */
public sealed interface Note permits Begun, Intent, End, Told {
  /** The recording. */
  String uri();

  /** When it was noted, by the clock of the machine that wrote. */
  Instant at();
}
