package org.tonearm.tag.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One run in short.
 *
 * @param id unique in the journal, growing
 * @param commandLine as the user gave it
 * @param started when
 * @param finished when; empty if it is still going on or was cut short
 * @param undo whether it took changes of other runs back
 * @param undoes the run that it took back, if it was of one run alone and that is still known
 * @param live whether the process that runs it is still there
 * @param done files changed and not undone
 * @param undone files changed and put back since
 * @param failed files that were meant to be changed and were not
 * @param open files whose write is under way
 */
public record RunSummary(
    long id,
    String commandLine,
    Instant started,
    Optional<Instant> finished,
    boolean undo,
    OptionalLong undoes,
    boolean live,
    int done,
    int undone,
    int failed,
    int open) {}
