package org.tonearm.tag.id3;

import java.util.List;
import java.util.Optional;

/**
 * A whole ID3v2 tag as parsed.
 *
 * @param version minor version
 * @param revision the header's fifth byte, usually 0
 * @param flags the header's sixth byte
 * @param extended the extended header, if there is one
 * @param frames in file order
 * @param syncsafeSizes whether frame sizes are syncsafe: the rule of ID3v2.4, broken by old iTunes
 * @param unsynchronised whether the tag is unsynchronised as a whole, as in ID3v2.2 and 2.3
 * @param room bytes that the tag's header states, so that an edited tag can keep its length; {@link
 *     #NEW} for a tag that is being made
 * @param padding zero bytes found after the last frame
 */
record Id3Tag(
    Id3Version version,
    int revision,
    int flags,
    Optional<ExtendedHeader> extended,
    List<Id3Frame> frames,
    boolean syncsafeSizes,
    boolean unsynchronised,
    int room,
    int padding) {

  static final int HEADER = 10;
  static final int NEW = -1;
  static final int FLAG_UNSYNCHRONISED = 0x80;
  static final int FLAG_EXTENDED = 0x40;
  static final int FLAG_FOOTER = 0x10;

  /**
   * Tags made here are this many bytes over a multiple of {@link #MADE_UNIT}: an odd figure that no
   * known tagger leaves, so that an undo can tell a tag that was made here, and drop it, from an
   * empty one that was there before.
   */
  private static final int MADE_MARK = 74;

  private static final int MADE_UNIT = 1024;

  Id3Tag {
    frames = List.copyOf(frames);
  }

  /** A tag without frames, to be filled. */
  static Id3Tag make(Id3Version version) {
    return new Id3Tag(
        version, 0, 0, Optional.empty(), List.of(), version == Id3Version.V2_4, false, NEW, 0);
  }

  Id3Tag withFrames(List<Id3Frame> changed) {
    return new Id3Tag(
        version, revision, flags, extended, changed, syncsafeSizes, unsynchronised, room, padding);
  }

  /** This tag with another length; too short a one is not kept to when it is written. */
  Id3Tag withRoom(int bytes, int zeros) {
    return new Id3Tag(
        version, revision, flags, extended, frames, syncsafeSizes, unsynchronised, bytes, zeros);
  }

  boolean hasFooter() {
    return version == Id3Version.V2_4 && (flags & FLAG_FOOTER) != 0;
  }

  /** Body length of a new tag that holds {@code content} bytes of frames and some padding. */
  static int roomForNew(int content) {
    int units = (HEADER + content + MADE_UNIT / 2 - MADE_MARK + MADE_UNIT) / MADE_UNIT;
    return Math.max(1, units) * MADE_UNIT + MADE_MARK - HEADER;
  }

  /** True if a body of this length makes a tag look like one made here. */
  static boolean bearsMark(long room) {
    return (room + HEADER) % MADE_UNIT == MADE_MARK;
  }

  /**
   * This tag, but longer by two bytes of padding if it would otherwise be taken for one made here,
   * and dropped by an undo, when it is emptied again.
   */
  Id3Tag notMistakable() {
    return isEmptyAndMadeHere() ? withRoom(room + 2, padding + 2) : this;
  }

  /** True for a tag that holds nothing and has the length and plainness of one made here. */
  boolean isEmptyAndMadeHere() {
    return frames.isEmpty() && revision == 0 && flags == 0 && bearsMark(room);
  }
}
