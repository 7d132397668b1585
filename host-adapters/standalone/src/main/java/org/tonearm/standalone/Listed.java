package org.tonearm.standalone;

import java.util.List;
import java.util.OptionalLong;
import org.tonearm.run.TrackOutcome;

/** What a run goes through, as far as its report needs to know. */
interface Listed {

  /** Whether there is anything to do. */
  boolean any();

  /** One failed outcome for each place that could not be listed since this was last asked. */
  List<TrackOutcome> problems();

  /** How many there are; empty as long as that is not known. */
  OptionalLong total();

  /** What to say if there is nothing to do. */
  String none();
}
