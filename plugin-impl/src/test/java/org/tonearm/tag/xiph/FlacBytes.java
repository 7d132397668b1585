package org.tonearm.tag.xiph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Builds FLAC containers whose frames are opaque noise behind a sync code. */
final class FlacBytes {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(int type, byte[] body) {}

  private final List<Block> blocks = new ArrayList<>();
  private byte[] before = {};
  private byte[] after = {};
  private int audioLength = 5000;

  FlacBytes() {
    block(0, noise(34, 1));
  }

  FlacBytes block(int type, byte[] body) {
    blocks.add(new Block(type, body));
    return this;
  }

  FlacBytes comment(String... entries) {
    return block(4, CommentBytes.comment("reference libFLAC", CommentBytes.entries(entries)));
  }

  FlacBytes padding(int length) {
    return block(1, new byte[length]);
  }

  FlacBytes before(byte[] bytes) {
    before = bytes;
    return this;
  }

  FlacBytes after(byte[] bytes) {
    after = bytes;
    return this;
  }

  FlacBytes audioLength(int length) {
    audioLength = length;
    return this;
  }

  byte[] metadata() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    out.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int length = block.body().length;
      out.write(block.type() | (i == blocks.size() - 1 ? 0x80 : 0));
      out.write(length >> 16);
      out.write(length >> 8);
      out.write(length);
      out.writeBytes(block.body());
    }
    return out.toByteArray();
  }

  byte[] audio() {
    byte[] audio = noise(audioLength, 2);
    if (audioLength > 1) {
      audio[0] = (byte) 0xFF;
      audio[1] = (byte) 0xF8;
    }
    return audio;
  }

  byte[] bytes() {
    return CommentBytes.join(metadata(), audio(), after);
  }

  static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
