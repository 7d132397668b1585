package org.tonearm.api.host;

import java.util.List;
import org.tonearm.api.Stability;

/** A host's library, read as a whole. Immutable and thread-safe; holds no file open. */
@Stability(Stability.Level.EXPERIMENTAL)
public interface HostListing {

  /** The tracks, in the library's order; entry n has the number n. */
  List<HostEntry> entries();

  /** Playlists and crates; empty if this library holds none. */
  List<HostPlaylist> playlists();
}
