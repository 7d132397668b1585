package org.tonearm.standalone;

import java.io.PrintStream;
import org.tonearm.run.RunListener;

/** Tells the results of a run. */
interface Report extends RunListener {

  /**
   * The run is over.
   *
   * @param note what to know about it, in a sentence a line; "" if nothing
   */
  void end(String note);

  /** The report on tags, for people or for scripts. */
  static Report of(Workplace workplace, boolean json) {
    PrintStream out = workplace.terminal().out();
    return json
        ? new JsonReport(out, JsonReport.Detail.TOLD)
        : new TextReport(out, TrackText::tags);
  }
}
