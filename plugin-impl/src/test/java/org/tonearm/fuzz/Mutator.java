package org.tonearm.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files in the ways that files are damaged, and in those that somebody might mean to. */
final class Mutator {
  private static final long[] EXTREMES = {
    0,
    1,
    2,
    7,
    8,
    9,
    127,
    128,
    255,
    256,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0xFFFFFF,
    0x7FFFFFF,
    0x0FFFFFFFL,
    0x3FFFFFFFL,
    0x7FFFFFFEL,
    0x7FFFFFFFL,
    0x80000000L,
    0xFFFFFFF0L,
    0xFFFFFFFFL,
    0x100000000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1
  };
  private static final int LARGEST = 1 << 20;

  private final List<Seed> seeds;
  private final Random random;

  /**
   * @param random the same one gives the same files
   */
  Mutator(List<Seed> seeds, Random random) {
    this.seeds = seeds;
    this.random = random;
  }

  /** A seed with one to four wounds. */
  byte[] mutate(Seed seed) {
    byte[] file = seed.bytes().clone();
    int wounds = 1 + random.nextInt(4);
    for (int i = 0; i < wounds && file.length > 0; i++) {
      file = wound(file);
    }
    if (random.nextBoolean()) {
      OggSums.mend(file);
    }
    return Arrays.copyOf(file, Math.min(file.length, LARGEST));
  }

  private byte[] wound(byte[] file) {
    List<Part> parts = Layout.of(file);
    return switch (random.nextInt(14)) {
      case 0 -> flipBits(file, 0, file.length);
      case 1 -> flipBits(file, 0, Math.min(file.length, 512));
      case 2, 3 -> flipInHeader(file, parts);
      case 4, 5 -> extremeSize(file, parts);
      case 6, 7 -> extremeNumber(file, parts);
      case 8 -> duplicate(file, parts);
      case 9 -> remove(file, parts);
      case 10 -> swap(file, parts);
      case 11 -> cut(file, parts);
      case 12 -> splice(file, parts);
      default -> random.nextBoolean() ? insertNoise(file, parts) : insertTag(file, parts);
    };
  }

  private byte[] flipBits(byte[] file, int from, int to) {
    int flips = 1 + random.nextInt(16);
    for (int i = 0; i < flips; i++) {
      file[from + random.nextInt(Math.max(1, to - from))] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  private byte[] flipInHeader(byte[] file, List<Part> parts) {
    Part part = any(parts, file);
    return flipBits(file, part.start(), Math.min(part.end(), part.start() + 48));
  }

  private byte[] extremeSize(byte[] file, List<Part> parts) {
    List<Part> sized =
        parts.stream()
            .filter(p -> p.form() != SizeForm.NONE)
            .filter(p -> p.sizeAt() + p.form().bytes() <= file.length)
            .toList();
    if (sized.isEmpty()) {
      return extremeNumber(file, parts);
    }
    Part part = any(sized, file);
    long size = part.form().read(file, part.sizeAt());
    long other = random.nextInt(3) > 0 ? extreme() : size + random.nextInt(33) - 16;
    part.form().write(file, part.sizeAt(), other);
    return file;
  }

  /** Counts, rates, offsets and whatever else stands in a header. */
  private byte[] extremeNumber(byte[] file, List<Part> parts) {
    Part part = any(parts, file);
    SizeForm form =
        List.of(SizeForm.BIG24, SizeForm.BIG32, SizeForm.LITTLE32, SizeForm.LITTLE64)
            .get(random.nextInt(4));
    int room = Math.min(part.length(), 64) - form.bytes();
    if (room >= 0) {
      form.write(file, part.start() + random.nextInt(room + 1), extreme());
    }
    return file;
  }

  private byte[] duplicate(byte[] file, List<Part> parts) {
    Part part = any(parts, file);
    int times = 1 + (random.nextInt(8) == 0 ? random.nextInt(100) : random.nextInt(2));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, part.end());
    for (int i = 0; i < times && out.size() < LARGEST; i++) {
      out.write(file, part.start(), part.length());
    }
    out.write(file, part.end(), file.length - part.end());
    return out.toByteArray();
  }

  private byte[] remove(byte[] file, List<Part> parts) {
    Part part = any(parts, file);
    return join(file, 0, part.start(), file, part.end(), file.length);
  }

  private byte[] swap(byte[] file, List<Part> parts) {
    Part one = any(parts, file);
    Part two = any(parts, file);
    if (one.end() > two.start()) {
      return flipInHeader(file, parts);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, one.start());
    out.write(file, two.start(), two.length());
    out.write(file, one.end(), two.start() - one.end());
    out.write(file, one.start(), one.length());
    out.write(file, two.end(), file.length - two.end());
    return out.toByteArray();
  }

  private byte[] cut(byte[] file, List<Part> parts) {
    int at =
        random.nextBoolean()
            ? random.nextInt(file.length)
            : any(parts, file).start() + random.nextInt(24);
    return Arrays.copyOf(file, Math.min(file.length, at));
  }

  private byte[] splice(byte[] file, List<Part> parts) {
    byte[] other = seeds.get(random.nextInt(seeds.size())).bytes();
    Part from = any(Layout.of(other), other);
    return join(file, 0, any(parts, file).start(), other, from.start(), other.length);
  }

  private byte[] insertNoise(byte[] file, List<Part> parts) {
    byte[] noise = new byte[1 + random.nextInt(2_000)];
    if (random.nextBoolean()) {
      random.nextBytes(noise);
    }
    return insert(file, any(parts, file).start(), noise);
  }

  /** A tag that claims more than there is. */
  private byte[] insertTag(byte[] file, List<Part> parts) {
    String[] words = {"ID3\3\0\0", "ID3\4\0\20", "ID3\2\0\0", "APETAGEX", "TAG", "id3 ", "LIST"};
    byte[] word = words[random.nextInt(words.length)].getBytes(StandardCharsets.ISO_8859_1);
    byte[] tag = Arrays.copyOf(word, word.length + 4 + random.nextInt(40));
    SizeForm form = random.nextBoolean() ? SizeForm.SYNCSAFE : SizeForm.LITTLE32;
    form.write(tag, word.length, extreme());
    return insert(file, random.nextBoolean() ? 0 : any(parts, file).start(), tag);
  }

  private long extreme() {
    return EXTREMES[random.nextInt(EXTREMES.length)];
  }

  private Part any(List<Part> parts, byte[] file) {
    return parts.isEmpty()
        ? new Part(0, file.length, 0, SizeForm.NONE)
        : parts.get(random.nextInt(parts.size()));
  }

  private static byte[] insert(byte[] file, int at, byte[] more) {
    byte[] head = join(file, 0, at, more, 0, more.length);
    return join(head, 0, head.length, file, at, file.length);
  }

  private static byte[] join(byte[] a, int aFrom, int aTo, byte[] b, int bFrom, int bTo) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(a, aFrom, aTo - aFrom);
    out.write(b, bFrom, bTo - bFrom);
    return out.toByteArray();
  }
}
