package org.tonearm.tag.undo;

import java.util.OptionalLong;

/**
 * What came of an undo. The files were told to the listener one by one, and are only counted here,
 * since there may be very many.
 *
 * @param run the run that was undone; empty if changes of any runs were
 * @param undoRun the journal's run that holds the undo; empty if nothing was to be written
 * @param dryRun whether nothing was to be written
 * @param files changes of files that were looked at; a file counts once for each run
 * @param restored those of them of which a field was, or would be, put back
 * @param conflicting those of which a field was left because somebody changed it since
 * @param failed those whose file is missing or could not be read or written
 * @param moved those whose file was found elsewhere by its audio
 */
public record UndoReport(
    OptionalLong run,
    OptionalLong undoRun,
    boolean dryRun,
    long files,
    long restored,
    long conflicting,
    long failed,
    long moved) {}
