package org.tonearm.api.host;

import org.tonearm.api.Stability;

/** A way in which results reach a host. */
@Stability(Stability.Level.EXPERIMENTAL)
public enum ResultWay {
  /** The host reads the tags of the files. */
  FILE_TAGS,
  /** The host reads a collection that was exported anew ({@link HostCollection#export}). */
  COLLECTION,
  /** The host's own crates are filled ({@link HostCrates#fill}). */
  CRATES,
  /** The host opens M3U8 playlists. */
  PLAYLISTS,
  /** A plugin in the host asks for them ({@link HostAdapter#plugin}), and the host writes. */
  PLUGIN
}
