package org.tonearm.tag.id3;

import java.util.Arrays;

/**
 * One frame, carried as bytes.
 *
 * @param version of the tag that it stands in
 * @param id three or four characters
 * @param bytes header and body, with tag-level unsynchronisation taken out; never changed
 * @param stored the same as it stands in the file; the very array {@code bytes} where the tag is
 *     not unsynchronised as a whole
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
record Id3Frame(Id3Version version, String id, byte[] bytes, byte[] stored) {

  /** The body as it stands, extra header information included. */
  byte[] body() {
    return Arrays.copyOfRange(bytes, version.headerLength(), bytes.length);
  }

  /** Flags on what to do when the tag or the file changes; 0 in ID3v2.2. */
  int statusFlags() {
    return version == Id3Version.V2_2 ? 0 : bytes[8] & 0xFF;
  }

  /** Flags on how the body is packed; 0 in ID3v2.2. */
  int formatFlags() {
    return version == Id3Version.V2_2 ? 0 : bytes[9] & 0xFF;
  }

  /** True for text frames, the user's own included. */
  boolean isText() {
    return id.charAt(0) == 'T';
  }
}
