package org.tonearm.tag.id3;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The extended header of ID3v2.3 or 2.4, carried as bytes. Where its check sum and its count of
 * padding were right they are kept right; where they were wrong they are left.
 *
 * <p>Source: ID3v2.3.0 section 3.2; ID3v2.4.0 section 3.2.
 */
final class ExtendedHeader {
  private static final int NONE = -1;

  private final Id3Version version;
  private final byte[] plain;
  private final byte[] stored;
  private final int crcAt;
  private final boolean crcHeld;
  private final boolean paddingHeld;

  /**
   * @param version 2.3 or 2.4
   * @param plain without unsynchronisation
   * @param stored as it stands
   * @param frames the frames' bytes without tag-level unsynchronisation
   * @param padding zero bytes after them
   */
  ExtendedHeader(Id3Version version, byte[] plain, byte[] stored, byte[] frames, int padding) {
    this.version = version;
    this.plain = plain.clone();
    this.stored = stored.clone();
    this.crcAt = version == Id3Version.V2_3 ? crcOf23(plain) : crcOf24(plain);
    this.crcHeld = crcAt != NONE && Arrays.equals(plain, withCrc(plain, frames, padding));
    this.paddingHeld = version == Id3Version.V2_3 && Syncsafe.readPlain(plain, 6, 4) == padding;
  }

  /**
   * Length of the extended header at an offset, itself included.
   *
   * @return 0 if a frame stands there in spite of the flag, as some taggers write it
   */
  static int length(byte[] body, int at, Id3Version version) throws StructureException {
    if (body.length - at < 6) {
      throw StructureException.malformed("the tag ends within its extended header");
    }
    if (Id3Parser.frameId(body, at, version) != null) {
      return 0;
    }
    long length =
        version == Id3Version.V2_3 ? 4 + Syncsafe.readPlain(body, at, 4) : Syncsafe.read(body, at);
    int least = version == Id3Version.V2_3 ? 10 : 6;
    if (length < least || length > body.length - at) {
      throw StructureException.malformed("the extended header says " + length + " bytes");
    }
    return (int) length;
  }

  /** What it says, without the numbers that depend on the frames. */
  byte[] facts() {
    byte[] facts = plain.clone();
    if (version == Id3Version.V2_3) {
      Arrays.fill(facts, 6, 10, (byte) 0);
    }
    if (crcAt != NONE) {
      Arrays.fill(facts, crcAt, crcAt + (version == Id3Version.V2_3 ? 4 : 5), (byte) 0);
    }
    return facts;
  }

  /** The bytes to store beside these frames. */
  byte[] storedFor(byte[] frames, int padding, boolean unsynchronised) {
    byte[] changed = plain.clone();
    if (paddingHeld) {
      Syncsafe.writePlain(changed, 6, 4, padding);
    }
    if (crcHeld) {
      changed = withCrc(changed, frames, padding);
    }
    if (Arrays.equals(changed, plain)) {
      return stored;
    }
    return unsynchronised ? Unsynchronisation.apply(changed) : changed;
  }

  /** Bytes now stored. */
  int storedLength() {
    return stored.length;
  }

  private byte[] withCrc(byte[] header, byte[] frames, int padding) {
    CRC32 crc = new CRC32();
    crc.update(frames);
    byte[] changed = header.clone();
    if (version == Id3Version.V2_3) {
      Syncsafe.writePlain(changed, crcAt, 4, crc.getValue());
      return changed;
    }
    // In 2.4 the check sum covers the padding too, and is stored as five syncsafe bytes.
    crc.update(new byte[padding]);
    for (int i = 0; i < 5; i++) {
      changed[crcAt + i] = (byte) ((crc.getValue() >> (7 * (4 - i))) & 0x7F);
    }
    return changed;
  }

  private static int crcOf23(byte[] plain) {
    return (plain[4] & 0x80) != 0 && plain.length >= 14 ? 10 : NONE;
  }

  private static int crcOf24(byte[] plain) {
    if ((plain[5] & 0x20) == 0) {
      return NONE;
    }
    int at = 6;
    if ((plain[5] & 0x40) != 0) {
      at += 1 + (at < plain.length ? plain[at] & 0x7F : 0);
    }
    return at + 6 <= plain.length && plain[at] == 5 ? at + 1 : NONE;
  }
}
