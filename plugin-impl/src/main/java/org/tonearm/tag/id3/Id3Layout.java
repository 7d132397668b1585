package org.tonearm.tag.id3;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.tonearm.api.tag.TagLayout;

/**
 * How an ID3v2 tag lies in its file, as far as its frames do not tell. As bytes: the form (1), the
 * truths as bits, then room and padding (i32 each, big-endian).
 *
 * @param tagged whether there is a tag at all
 * @param bare whether the last chunk has an odd length and lacks its pad byte; never in mp3 files
 * @param uncounted whether the form's size leaves out the pad byte that is there; never in mp3
 *     files
 * @param room bytes that the tag's header states, 0 without tag
 * @param padding zero bytes among them, behind the last frame
 */
record Id3Layout(boolean tagged, boolean bare, boolean uncounted, int room, int padding) {
  private static final int FORM = 1;
  private static final int TAGGED = 1;
  private static final int BARE = 2;
  private static final int UNCOUNTED = 4;
  private static final int LENGTH = 2 + 2 * Integer.BYTES;

  static Id3Layout of(Optional<Id3Tag> tag, boolean bare, boolean uncounted) {
    return new Id3Layout(
        tag.isPresent(),
        bare,
        uncounted,
        tag.map(Id3Tag::room).orElse(0),
        tag.map(Id3Tag::padding).orElse(0));
  }

  /** Empty if it is unknown, or not of this codec. */
  static Optional<Id3Layout> read(TagLayout layout) {
    ByteBuffer in = ByteBuffer.wrap(layout.bytes());
    if (in.remaining() != LENGTH || in.get() != FORM) {
      return Optional.empty();
    }
    int truths = in.get();
    int room = in.getInt();
    int padding = in.getInt();
    boolean sound = room >= 0 && room <= Syncsafe.MAX && padding >= 0 && padding <= room;
    return sound
        ? Optional.of(
            new Id3Layout(
                (truths & TAGGED) != 0,
                (truths & BARE) != 0,
                (truths & UNCOUNTED) != 0,
                room,
                padding))
        : Optional.empty();
  }

  TagLayout write() {
    byte truths = (byte) ((tagged ? TAGGED : 0) | (bare ? BARE : 0) | (uncounted ? UNCOUNTED : 0));
    ByteBuffer out = ByteBuffer.allocate(LENGTH).put((byte) FORM).put(truths);
    return new TagLayout(out.putInt(room).putInt(padding).array());
  }

  /** The tag as it shall lie; itself if it does not fit. */
  Id3Tag applyTo(Id3Tag tag) {
    return tagged && Id3Writer.content(tag) <= room ? tag.withRoom(room, padding) : tag;
  }
}
