package org.tonearm.spark.apply;

import java.io.IOException;
import org.tonearm.api.tag.TagException;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.store.StoredFile;

/** A way of doing a job where the recording lies. */
interface Placing {
  /**
   * Does the job and notes it.
   *
   * @param seen the recording as it was just looked at
   * @throws TagException if it could not be done; the recording is as it was
   * @throws IOException likewise, or the journal could not be written
   */
  ApplyOutcome place(Job job, StoredFile seen) throws TagException, IOException;

  /**
   * Whether what stands there now is what an intent was to put there.
   *
   * @param now the recording as it was just looked at
   */
  boolean stands(Intent intent, StoredFile now) throws IOException;
}
