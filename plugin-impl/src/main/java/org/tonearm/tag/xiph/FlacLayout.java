package org.tonearm.tag.xiph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the parts of a FLAC file lie (RFC 9639, section 8): foreign ID3v2 tags, {@code fLaC},
 * metadata blocks, frames, a foreign ID3v1 tag.
 *
 * @param magicFrom offset of {@code fLaC}; ID3v2 tags lie before it
 * @param blocks the metadata blocks in order, at least STREAMINFO
 * @param audioFrom offset of the first frame
 * @param audioTo offset behind the last frame
 */
record FlacLayout(long magicFrom, List<Block> blocks, long audioFrom, long audioTo) {
  /** Type numbers of the blocks that are looked at. */
  static final int STREAMINFO = 0;

  static final int PADDING = 1;
  static final int VORBIS_COMMENT = 4;

  /** Bytes in front of a block's body. */
  static final int BLOCK_HEADER = 4;

  /** A body's length has 24 bits. */
  static final int LONGEST_BODY = 0xFFFFFF;

  private static final String[] NAMES = {
    "STREAMINFO", "PADDING", "APPLICATION", "SEEKTABLE", "VORBIS_COMMENT", "CUESHEET", "PICTURE"
  };
  private static final int STREAMINFO_LENGTH = 34;
  private static final int MOST_BLOCKS = 1 << 14;
  private static final int MOST_ID3V2 = 16;
  private static final int ID3V1_LENGTH = 128;

  /** Takes the list over. */
  FlacLayout {
    blocks = List.copyOf(blocks);
  }

  /**
   * A metadata block.
   *
   * @param type 0 to 126
   * @param from offset of its body
   * @param length bytes of its body
   */
  record Block(int type, long from, int length) {
    /** Offset behind the body. */
    long to() {
      return from + length;
    }

    /** As the specification calls it. */
    String name() {
      return "FLAC block " + (type < NAMES.length ? NAMES[type] : "of type " + type);
    }
  }

  /** Index of the comment block, or -1. */
  int commentIndex() {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).type() == VORBIS_COMMENT) {
        return i;
      }
    }
    return -1;
  }

  /** Reads the layout, and checks all that a rewrite relies on. */
  static FlacLayout read(SourceFile file) throws IOException, StructureException {
    long magicFrom = skipId3v2(file);
    byte[] magic = file.read(magicFrom, 4, "the word fLaC");
    if (!Arrays.equals(magic, "fLaC".getBytes(StandardCharsets.US_ASCII))) {
      throw StructureException.malformed(
          "the word fLaC was expected at byte " + magicFrom + " and is not there.");
    }
    List<Block> blocks = new ArrayList<>();
    long at = magicFrom + 4;
    boolean last = false;
    while (!last) {
      byte[] header = file.read(at, BLOCK_HEADER, "a metadata block's header");
      last = (header[0] & 0x80) != 0;
      int length = (header[1] & 0xFF) << 16 | (header[2] & 0xFF) << 8 | (header[3] & 0xFF);
      Block block = new Block(header[0] & 0x7F, at + BLOCK_HEADER, length);
      blocks.add(block);
      check(block, blocks, file.size());
      at = block.to();
    }
    long audioTo = file.size();
    if (audioTo - at >= ID3V1_LENGTH) {
      byte[] word = file.read(audioTo - ID3V1_LENGTH, 3, "the end of the file");
      if (word[0] == 'T' && word[1] == 'A' && word[2] == 'G') {
        audioTo -= ID3V1_LENGTH;
      }
    }
    checkFirstFrame(file, at, audioTo);
    return new FlacLayout(magicFrom, blocks, at, audioTo);
  }

  private static void check(Block block, List<Block> soFar, long size) throws StructureException {
    if (soFar.size() == 1 && (block.type() != STREAMINFO || block.length() != STREAMINFO_LENGTH)) {
      throw StructureException.malformed("the first metadata block is not a STREAMINFO block.");
    }
    if (block.type() == 127) {
      throw StructureException.malformed("a metadata block has the forbidden type 127.");
    }
    if (block.to() > size) {
      throw StructureException.malformed(
          block.name() + " should reach to byte " + block.to() + "; the file has " + size + ".");
    }
    if (soFar.size() > MOST_BLOCKS) {
      throw StructureException.unsupported(
          "there are more than " + MOST_BLOCKS + " metadata blocks.");
    }
    if (block.type() == VORBIS_COMMENT
        && soFar.stream().filter(b -> b.type() == VORBIS_COMMENT).count() > 1) {
      throw StructureException.unsupported(
          "there are several VORBIS_COMMENT blocks; the format allows one.");
    }
  }

  /** A frame begins with 15 fixed bits: without them, some block's length was wrong. */
  private static void checkFirstFrame(SourceFile file, long from, long to)
      throws IOException, StructureException {
    if (from == to) {
      return;
    }
    byte[] sync = file.read(from, 2, "the first frame");
    if ((sync[0] & 0xFF) != 0xFF || (sync[1] & 0xFE) != 0xF8) {
      throw StructureException.malformed(
          "a FLAC frame was expected behind the metadata, at byte " + from + ".");
    }
  }

  private static long skipId3v2(SourceFile file) throws IOException, StructureException {
    long at = 0;
    for (int tags = 0; tags < MOST_ID3V2 && file.size() - at >= 10; tags++) {
      byte[] header = file.read(at, 10, "an ID3v2 header");
      long length = id3v2Length(header, 0);
      if (length < 0) {
        break;
      }
      at += length;
    }
    return Math.min(at, file.size());
  }

  /** Bytes of a whole ID3v2 tag by its header (ID3v2.4, section 3.1), -1 if there is none. */
  static long id3v2Length(byte[] bytes, int at) {
    if (bytes.length - at < 10
        || bytes[at] != 'I'
        || bytes[at + 1] != 'D'
        || bytes[at + 2] != '3') {
      return -1;
    }
    long size = 0;
    for (int i = 6; i < 10; i++) {
      if (bytes[at + i] < 0) {
        return -1;
      }
      size = size << 7 | bytes[at + i];
    }
    boolean footer = (bytes[at + 5] & 0x10) != 0;
    return 10 + size + (footer ? 10 : 0);
  }
}
