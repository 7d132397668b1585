package org.tonearm.tag.mp4;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The tables {@code stco} and {@code co64} of all tracks: where in the file each chunk of audio
 * starts (ISO/IEC 14496-12, 8.7.5).
 */
final class ChunkOffsets {
  private static final long LARGEST_NARROW = 0xffffffffL;

  private final ByteBuffer moov;
  private final List<Table> tables;

  private ChunkOffsets(ByteBuffer moov, List<Table> tables) {
    this.moov = moov;
    this.tables = tables;
  }

  /** Finds the tables. */
  static ChunkOffsets find(ByteBuffer moov, AtomSpan moovSpan) throws StructureException {
    List<Table> tables = new ArrayList<>();
    for (AtomSpan trak : AtomSpans.bodyOf(moov, moovSpan).all("trak")) {
      Optional<AtomSpan> stbl = sampleTable(moov, trak);
      if (stbl.isPresent()) {
        for (AtomSpan atom : AtomSpans.bodyOf(moov, stbl.get()).atoms()) {
          if (atom.type().equals("stco") || atom.type().equals("co64")) {
            tables.add(Table.read(moov, trak, atom));
          }
        }
      }
    }
    return new ChunkOffsets(moov, tables);
  }

  /** A track's {@code mdia/minf/stbl}. */
  static Optional<AtomSpan> sampleTable(ByteBuffer moov, AtomSpan trak) throws StructureException {
    return descend(moov, trak, "mdia", "minf", "stbl");
  }

  /** Follows a path of plain containers, first of each name. */
  static Optional<AtomSpan> descend(ByteBuffer moov, AtomSpan from, String... path)
      throws StructureException {
    AtomSpan at = from;
    for (String type : path) {
      Optional<AtomSpan> next = AtomSpans.bodyOf(moov, at).first(type);
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /** The largest offset of all tables; -1 if there is none. */
  long largest() {
    long largest = -1;
    for (Table table : tables) {
      for (int i = 0; i < table.count; i++) {
        largest = Math.max(largest, table.get(moov, i));
      }
    }
    return largest;
  }

  /** True if a chunk starts in a range of the file. */
  boolean anyIn(long from, long to) {
    for (Table table : tables) {
      for (int i = 0; i < table.count; i++) {
        long offset = table.get(moov, i);
        if (offset >= from && offset < to) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Adds a difference, in place, to all offsets from a position of the file on.
   *
   * @throws StructureException if a 32-bit table cannot hold the result
   */
  void shift(long from, long difference) throws StructureException {
    for (Table table : tables) {
      for (int i = 0; i < table.count; i++) {
        long offset = table.get(moov, i);
        if (offset >= from) {
          table.set(moov, i, offset + difference);
        }
      }
    }
  }

  /**
   * SHA-256 of a track in which each chunk offset is replaced by the atom it points into and the
   * distance from that atom's start: equal as long as the offsets lead to the same audio.
   */
  String digest(AtomSpan trak, FileLayout layout) {
    MessageDigest digest = FileBytes.sha256();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 14))) {
      int at = trak.start();
      for (Table table : tables) {
        if (table.trak.equals(trak)) {
          out.write(moov.array(), moov.arrayOffset() + at, table.entries - at);
          for (int i = 0; i < table.count; i++) {
            long offset = table.get(moov, i);
            int index = layout.indexAt(offset);
            boolean fixed = index < 0 || index == layout.moov();
            out.writeInt(fixed ? -1 : index);
            out.writeLong(fixed ? offset : offset - layout.atoms().get(index).offset());
          }
          at = table.end();
        }
      }
      out.write(moov.array(), moov.arrayOffset() + at, trak.end() - at);
    } catch (IOException e) {
      throw new UncheckedIOException("a digest does not fail", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * One table.
   *
   * @param entries position of the first entry in the buffer
   */
  private record Table(AtomSpan trak, int entries, int count, boolean wide) {

    static Table read(ByteBuffer moov, AtomSpan trak, AtomSpan atom) throws StructureException {
      boolean wide = atom.type().equals("co64");
      int entries = atom.body() + 2 * Integer.BYTES;
      if (entries > atom.end()) {
        throw StructureException.malformed("'" + atom.type() + "' breaks off in its header");
      }
      long count = Integer.toUnsignedLong(moov.getInt(atom.body() + Integer.BYTES));
      if (count * (wide ? Long.BYTES : Integer.BYTES) > atom.end() - entries) {
        throw StructureException.malformed(
            "'" + atom.type() + "' states " + count + " chunks, more than it has room for");
      }
      return new Table(trak, entries, (int) count, wide);
    }

    int end() {
      return entries + count * (wide ? Long.BYTES : Integer.BYTES);
    }

    long get(ByteBuffer moov, int i) {
      return wide
          ? moov.getLong(entries + i * Long.BYTES)
          : Integer.toUnsignedLong(moov.getInt(entries + i * Integer.BYTES));
    }

    void set(ByteBuffer moov, int i, long offset) throws StructureException {
      if (wide) {
        moov.putLong(entries + i * Long.BYTES, offset);
      } else if (offset > LARGEST_NARROW) {
        throw StructureException.unsupported(
            "a chunk would start beyond 4 GiB, which its 32-bit table cannot say");
      } else {
        moov.putInt(entries + i * Integer.BYTES, (int) offset);
      }
    }
  }
}
