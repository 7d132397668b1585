package org.tonearm.spark.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.tonearm.spark.remote.RemoteFiles;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.FetchedAudio;

/**
 * Where the bytes of recordings come from.
 *
 * @param streamed reads them where they lie
 * @param stores fetches them
 * @param scratch a local folder for copies
 * @param copied whether they are copied first, for a decoder in a process of its own
 */
record Sources(RemoteFiles streamed, AudioStores stores, Path scratch, boolean copied) {
  /** A recording as a path; closing it removes the copy, if there is one. */
  FetchedAudio open(Recording recording) throws IOException {
    return copied
        ? stores.of(recording.uri()).fetch(recording.uri(), scratch)
        : new FetchedAudio(
            streamed.path(recording.uri(), recording.size(), recording.modified()), false);
  }
}
