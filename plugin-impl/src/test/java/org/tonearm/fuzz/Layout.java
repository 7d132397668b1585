package org.tonearm.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parts of a file of any container, as far as its headers hold; made for mutation, so that
 * nothing here is trusted and nothing is refused.
 */
final class Layout {
  private static final Set<String> ATOMS_OF_ATOMS =
      Set.of(
          "moov", "trak", "mdia", "minf", "stbl", "udta", "ilst", "moof", "traf", "mvex", "edts");
  private static final int MOST = 2_000;

  private final byte[] file;
  private final List<Part> parts = new ArrayList<>();

  private Layout(byte[] file) {
    this.file = file;
  }

  static List<Part> of(byte[] file) {
    Layout layout = new Layout(file);
    int at = 0;
    while (at < file.length && layout.parts.size() < MOST) {
      at = layout.partAt(at);
    }
    return layout.parts;
  }

  private int partAt(int at) {
    if (is(at, "ID3") && at + 10 <= file.length) {
      return id3(at);
    }
    if (is(at, "OggS") && at + 27 <= file.length) {
      return add(at, oggEnd(at), at + 26, SizeForm.NONE);
    }
    if (is(at, "fLaC")) {
      return flacBlocks(at + 4);
    }
    if (is(at, "RIFF") || is(at, "RF64") || is(at, "FORM")) {
      SizeForm form = is(at, "FORM") ? SizeForm.BIG32 : SizeForm.LITTLE32;
      add(at, file.length, at + 4, form);
      return chunks(at + 12, form);
    }
    if (at + 8 <= file.length && is(at + 4, "ftyp")) {
      atoms(at, file.length);
      return file.length;
    }
    if (is(at, "wvpk")) {
      return sized(at, at + 4, SizeForm.LITTLE32, 8);
    }
    if (is(at, "APETAGEX")) {
      return add(at, Math.min(file.length, at + 32), at + 12, SizeForm.LITTLE32);
    }
    if (at + 4 <= file.length && (file[at] & 0xFF) == 0x30 && (file[at + 1] & 0xFF) == 0x26) {
      return asf(at);
    }
    if (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xE0) == 0xE0) {
      int next = at + 24;
      while (next + 1 < file.length
          && !((file[next] & 0xFF) == 0xFF && file[next + 1] == file[at + 1])) {
        next++;
      }
      return add(at, next + 1 < file.length ? next : file.length, at + 2, SizeForm.NONE);
    }
    return at + 1;
  }

  private int id3(int at) {
    if (!is(at, "ID3") || at + 10 > file.length) {
      return at + 1;
    }
    int end = (int) Math.min(file.length, at + 10 + SizeForm.SYNCSAFE.read(file, at + 6));
    add(at, end, at + 6, SizeForm.SYNCSAFE);
    int version = file[at + 3];
    int header = version == 2 ? 6 : 10;
    SizeForm form =
        version == 2 ? SizeForm.BIG24 : version == 3 ? SizeForm.BIG32 : SizeForm.SYNCSAFE;
    int frame = at + 10;
    while (frame + header <= end && file[frame] != 0) {
      int sizeAt = frame + (version == 2 ? 3 : 4);
      int next = (int) Math.min(end, frame + header + form.read(file, sizeAt));
      add(frame, next, sizeAt, form);
      frame = next;
    }
    return end;
  }

  private int oggEnd(int at) {
    int segments = file[at + 26] & 0xFF;
    int end = at + 27 + segments;
    for (int i = 0; i < segments && at + 27 + i < file.length; i++) {
      end += file[at + 27 + i] & 0xFF;
    }
    return Math.min(file.length, end);
  }

  private int flacBlocks(int from) {
    int at = from;
    boolean last = false;
    while (!last && at + 4 <= file.length) {
      last = file[at] < 0;
      at = sized(at, at + 1, SizeForm.BIG24, 4);
    }
    return at;
  }

  private int chunks(int from, SizeForm form) {
    int at = from;
    while (at + 8 <= file.length) {
      int end = sized(at, at + 4, form, 8);
      if (is(at, "id3 ") || is(at, "ID3 ")) {
        id3(at + 8);
      }
      at = Math.min(file.length, end + (end & 1));
    }
    return file.length;
  }

  private void atoms(int from, int to) {
    int at = from;
    while (at + 8 <= to && parts.size() < MOST) {
      long size = SizeForm.BIG32.read(file, at);
      int end = size < 8 || at + size > to ? to : (int) (at + size);
      add(at, end, at, SizeForm.BIG32);
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (ATOMS_OF_ATOMS.contains(type) || (file[at + 4] & 0xFF) == 0xA9 || type.equals("----")) {
        atoms(at + 8, end);
      } else if (type.equals("meta")) {
        atoms(at + 12, end);
      }
      at = end;
    }
  }

  /** Objects of ASF: 16 bytes of name, eight of length; the header object holds others. */
  private int asf(int from) {
    int at = from;
    boolean inHeader = false;
    while (at + 24 <= file.length && parts.size() < MOST) {
      long size = SizeForm.LITTLE64.read(file, at + 16);
      int end = size < 24 || at + size > file.length ? file.length : (int) (at + size);
      add(at, end, at + 16, SizeForm.LITTLE64);
      at = inHeader || at != from ? end : at + 30;
      inHeader = true;
    }
    return file.length;
  }

  private int sized(int at, int sizeAt, SizeForm form, int header) {
    if (sizeAt + form.bytes() > file.length) {
      return add(at, file.length, at, SizeForm.NONE);
    }
    long end = at + header + form.read(file, sizeAt);
    return add(at, (int) Math.min(file.length, end), sizeAt, form);
  }

  private int add(int start, int end, int sizeAt, SizeForm form) {
    int behind = Math.max(start + 1, end);
    if (start < file.length) {
      parts.add(new Part(start, Math.min(file.length, behind), sizeAt, form));
    }
    return behind;
  }

  private boolean is(int at, String word) {
    if (at + word.length() > file.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (file[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
