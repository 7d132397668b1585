package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a frame's body: grouping, encryption, compression, data length indicator and frame-level
 * unsynchronisation (ID3v2.3.0 section 3.3.1; ID3v2.4.0 section 4.1). For reading only; frames are
 * carried packed.
 */
final class FrameContent {
  private static final int INFLATED_LIMIT = 16 << 20;

  private FrameContent() {}

  /**
   * The unpacked body.
   *
   * @param unsynchronised whether the header of an ID3v2.4 tag says so of all frames
   * @return empty if the body is encrypted, or does not unpack
   */
  static Optional<byte[]> of(Id3Frame frame, boolean unsynchronised) {
    return switch (frame.version()) {
      case V2_2 -> Optional.of(frame.body());
      case V2_3 -> of23(frame);
      case V2_4 -> of24(frame, unsynchronised);
    };
  }

  private static Optional<byte[]> of23(Id3Frame frame) {
    int flags = frame.formatFlags();
    boolean compressed = (flags & 0x80) != 0;
    boolean encrypted = (flags & 0x40) != 0;
    boolean grouped = (flags & 0x20) != 0;
    byte[] body = frame.body();
    int extra = (compressed ? 4 : 0) + (grouped ? 1 : 0);
    if (encrypted || extra > body.length) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(body, extra, body.length);
    return compressed ? inflate(data) : Optional.of(data);
  }

  private static Optional<byte[]> of24(Id3Frame frame, boolean tagUnsynchronised) {
    int flags = frame.formatFlags();
    boolean grouped = (flags & 0x40) != 0;
    boolean compressed = (flags & 0x08) != 0;
    boolean encrypted = (flags & 0x04) != 0;
    boolean unsynchronised = (flags & 0x02) != 0 || tagUnsynchronised;
    boolean lengthGiven = (flags & 0x01) != 0;
    byte[] body = frame.body();
    int extra = (grouped ? 1 : 0) + (lengthGiven || compressed ? 4 : 0);
    if (encrypted || extra > body.length) {
      return Optional.empty();
    }
    byte[] data = Arrays.copyOfRange(body, extra, body.length);
    if (unsynchronised && Unsynchronisation.isApplied(data)) {
      data = Unsynchronisation.undo(data);
    }
    return compressed ? inflate(data) : Optional.of(data);
  }

  private static Optional<byte[]> inflate(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(block);
        if (count == 0 || out.size() > INFLATED_LIMIT) {
          return Optional.empty();
        }
        out.write(block, 0, count);
      }
      return Optional.of(out.toByteArray());
    } catch (DataFormatException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
