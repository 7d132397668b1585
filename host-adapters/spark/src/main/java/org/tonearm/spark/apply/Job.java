package org.tonearm.spark.apply;

import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.store.StoredFile;

/** What is to be done to one recording: a plan to write, or a write to take back. */
interface Job {
  /** The recording. */
  String uri();

  /** What it is. */
  Kind kind();

  /** Id of the intent that it takes back, "" if none. */
  String undoes();

  /** The profile that its tags are read and written under. */
  TagProfile profile();

  /** Whether an earlier intent was to do the very same. */
  boolean sameAs(Intent intent);

  /** What it is called when it is done, one of the states. */
  String done();

  /** What it is called when there was nothing to do. */
  String idle();

  /**
   * Refuses a recording that is not the one it was made for.
   *
   * @throws TagException {@code changed-since-plan}
   */
  void check(StoredFile seen) throws TagException;

  /**
   * The edit to make; one without changes if there is nothing to do.
   *
   * @param seen the recording
   * @param present its tags
   * @param codec read them
   * @throws TagException {@code changed-since-plan}, {@code changed-meanwhile} or {@code
   *     other-file}
   */
  TagEdit edit(StoredFile seen, TagSnapshot present, TagCodec codec) throws TagException;
}
