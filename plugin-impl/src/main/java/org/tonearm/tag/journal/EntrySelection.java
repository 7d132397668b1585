package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which entries of the journal.
 *
 * @param run those of one run; empty for those of all runs
 * @param states those in one of these states
 * @param places those of these files, and of all files below these folders, by the path that is
 *     journaled; together with {@code audioHashes}: either will do. Both empty: all files.
 * @param audioHashes those of files with one of these fingerprints, wherever they lay
 * @param undos whether entries of runs that are themselves an undo are among them
 */
public record EntrySelection(
    OptionalLong run,
    Set<EntryState> states,
    List<Path> places,
    List<String> audioHashes,
    boolean undos) {

  /** Copies the collections. */
  public EntrySelection {
    states = Set.copyOf(states);
    places = List.copyOf(places);
    audioHashes = List.copyOf(audioHashes);
  }

  /** All entries of a run. */
  public static EntrySelection ofRun(long run) {
    return all().inRun(OptionalLong.of(run));
  }

  /** All entries. */
  public static EntrySelection all() {
    return new EntrySelection(
        OptionalLong.empty(), EnumSet.allOf(EntryState.class), List.of(), List.of(), true);
  }

  /** Those of them that an undo can take back. */
  public EntrySelection undoable() {
    return new EntrySelection(run, Set.of(EntryState.DONE), places, audioHashes, false);
  }

  /** Those of them that belong to a run, if one is given. */
  public EntrySelection inRun(OptionalLong which) {
    return new EntrySelection(which, states, places, audioHashes, undos);
  }

  /** Those of them that are of certain files; see the parameters of this record. */
  public EntrySelection of(List<Path> files, List<String> hashes) {
    return new EntrySelection(run, states, files, hashes, undos);
  }
}
