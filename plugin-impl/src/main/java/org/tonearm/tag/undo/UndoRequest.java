package org.tonearm.tag.undo;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.tonearm.tag.write.WriteOptions;

/**
 * What shall be undone.
 *
 * @param run the run's number; empty for the changes of all runs, which then needs places
 * @param places only of these files, and of files below these folders; empty for all
 * @param searches folders to look through for files that were moved
 * @param dryRun only looks and tells
 * @param options what the user allows
 * @param commandLine as the history shall show it
 * @param givenUp asked again and again, on the calling thread: once it says so, a search ends, and
 *     the undo after the file that it is at
 */
public record UndoRequest(
    OptionalLong run,
    List<Path> places,
    List<Path> searches,
    boolean dryRun,
    WriteOptions options,
    String commandLine,
    BooleanSupplier givenUp) {

  /** That is not given up. */
  public UndoRequest(
      OptionalLong run,
      List<Path> places,
      List<Path> searches,
      boolean dryRun,
      WriteOptions options,
      String commandLine) {
    this(run, places, searches, dryRun, options, commandLine, () -> false);
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if neither a run nor a place is given
   */
  public UndoRequest {
    Objects.requireNonNull(run);
    Objects.requireNonNull(options);
    Objects.requireNonNull(commandLine);
    Objects.requireNonNull(givenUp);
    places = List.copyOf(places);
    searches = List.copyOf(searches);
    if (run.isEmpty() && places.isEmpty()) {
      throw new IllegalArgumentException("a run or a place must be given");
    }
  }

  /** All of a run. */
  public static UndoRequest of(
      long run, boolean dryRun, WriteOptions options, BooleanSupplier givenUp) {
    return new UndoRequest(
        OptionalLong.of(run), List.of(), List.of(), dryRun, options, "undo " + run, givenUp);
  }
}
