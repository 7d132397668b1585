package org.tonearm.standalone;

import org.tonearm.run.RunListener;

/** Tells the results of a run. */
interface Report extends RunListener {

  /**
   * The run is over.
   *
   * @param note what to know about it, in a sentence a line; "" if nothing
   */
  void end(String note);
}
