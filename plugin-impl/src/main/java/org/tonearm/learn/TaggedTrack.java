package org.tonearm.learn;

import java.util.Optional;
import org.tonearm.api.Track;
import org.tonearm.library.index.IndexedFile;

/**
 * A track with what its owner says of it.
 *
 * @param track the track
 * @param file as it was looked at
 * @param value the first value of the field that is learnt; empty if the field says nothing
 * @param own whether Tonearm wrote what the field says, so that it is no value
 * @param artist empty if none is named, or if it names nobody
 */
record TaggedTrack(
    Track track, IndexedFile file, Optional<String> value, boolean own, Optional<String> artist) {}
