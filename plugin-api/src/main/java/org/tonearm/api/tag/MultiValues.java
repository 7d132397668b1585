package org.tonearm.api.tag;

import org.tonearm.api.Stability;

/**
 * How several values of a field are written. Free text ({@link TagField#isFreeText}) is never
 * joined or cut, whatever is set.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public enum MultiValues {
  /**
   * As the format provides: strings parted by NUL in ID3v2.4, repeated Vorbis comments, several
   * data atoms in MP4. ID3v2.2 and 2.3 provide nothing, there they are joined.
   */
  SEPARATE,
  /** As one value, with the profile's separator between them. */
  JOINED,
  /** The first value alone, for programs that can't show more. */
  FIRST
}
