package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.Stability;

/**
 * Crates (or playlists) of the host's own, which can be filled. This is the one way in which
 * something other than music files is written to, so an implementation never takes a track out of a
 * crate and never changes one of the user's. Where the library is one database, a kill leaves the
 * old one or the new one; where each crate is a file, those that are there are whole.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface HostCrates {

  /**
   * Looks whether crates could be filled now; asked before hours of listening.
   *
   * @throws HostException such as {@code host-running} or {@code library-busy}
   */
  void check() throws HostException;

  /**
   * Fills crates. A crate that is there gets the tracks that it lacks, or a new one is made beside
   * it.
   *
   * @param crates each name once; files that the library does not know are passed over
   * @return what was done and where the backup lies, as sentences for the user, a line each
   * @throws HostException if nothing was written
   */
  String fill(List<Crate> crates) throws HostException;

  /**
   * One crate.
   *
   * @param name as the user is to see it
   * @param files in order
   */
  record Crate(String name, List<Path> files) {
    /** Copies the list. */
    public Crate {
      files = List.copyOf(files);
    }
  }
}
