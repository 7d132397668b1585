package org.tonearm.api.tag;

import org.tonearm.api.Stability;

/** Kinds of tag that leave different choices to a host. */
@Stability(Stability.Level.EXPERIMENTAL)
public enum TagKind {
  /** ID3v2 in mp3, wav and aiff. */
  ID3,
  /** Vorbis comments in flac, Ogg Vorbis and Opus. */
  VORBIS,
  /** The item list of m4a and its kin. */
  MP4
}
