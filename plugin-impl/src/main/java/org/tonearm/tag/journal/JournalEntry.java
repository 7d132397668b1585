package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;

/**
 * One file of a run.
 *
 * @param id unique in the journal
 * @param run the run it belongs to
 * @param path the file that was replaced, symbolic links resolved; holds the name's very bytes
 * @param displayPath the same for the eye: control characters escaped
 * @param state how far it came
 * @param codec id of the codec that read and wrote
 * @param profile the profile it was written under
 * @param audioHash the audio's fingerprint, as in {@code TagSnapshot}; empty in entries of version
 *     1 of the journal, which did not keep it
 * @param original the file as it was read
 * @param layout how its tags were laid out; unknown in entries of versions 1 and 2 of the journal
 * @param copy the file as it was after the write; empty if it did not come so far
 * @param fields the fields it changed
 * @param failure why it failed, if it did
 * @param updated when its state last changed
 */
public record JournalEntry(
    long id,
    long run,
    Path path,
    String displayPath,
    EntryState state,
    String codec,
    TagProfile profile,
    Optional<String> audioHash,
    FileIdentity original,
    TagLayout layout,
    Optional<FileIdentity> copy,
    List<JournaledField> fields,
    Optional<Failure> failure,
    Instant updated) {
  /** Copies the list. */
  public JournalEntry {
    fields = List.copyOf(fields);
  }

  /**
   * Why a write failed.
   *
   * @param code as in {@code TagException}
   * @param message as in {@code TagException}
   */
  public record Failure(String code, String message) {}
}
