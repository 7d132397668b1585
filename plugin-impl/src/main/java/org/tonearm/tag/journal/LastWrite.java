package org.tonearm.tag.journal;

import java.util.Optional;

/**
 * The newest write to a path that came to its end.
 *
 * @param undo whether it belongs to a run that took others back
 * @param state done, or undone since
 * @param original the file before it
 * @param copy the file as it left it, if known
 */
public record LastWrite(
    boolean undo, EntryState state, FileIdentity original, Optional<FileIdentity> copy) {}
