package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.tag.id3.ChunkLayout.Chunk;

/** Changes to a form's chunks, and the new file that they make. Not thread-safe. */
final class FormEdit {
  private final ChunkLayout layout;
  private final Map<Chunk, byte[]> replaced = new HashMap<>();
  private final List<byte[]> appended = new ArrayList<>();
  private boolean bare;
  private boolean uncounted;

  FormEdit(ChunkLayout layout) {
    this.layout = layout;
  }

  /** Gives a chunk new data. */
  void replace(Chunk chunk, byte[] data) {
    replaced.put(chunk, ChunkLayout.chunk(chunk.id(), data, layout.order()));
  }

  /** Takes a chunk out. */
  void remove(Chunk chunk) {
    replaced.put(chunk, new byte[0]);
  }

  /** Adds a chunk after the last one. */
  void append(String id, byte[] data) {
    appended.add(ChunkLayout.chunk(id, data, layout.order()));
  }

  /** Leaves the pad byte of the last chunk out, as it was before an earlier edit. */
  void endBare() {
    bare = true;
  }

  /** Leaves the last chunk's pad byte out of the form's size, as it was before an earlier edit. */
  void leavePadUncounted() {
    uncounted = true;
  }

  /** Whether the last chunk will have an odd length and, as before an earlier edit, no pad byte. */
  boolean endsBare() {
    return bare && appended.isEmpty() && (dataSize(lastLeft()) & 1) != 0;
  }

  /**
   * The new file. A form size that was wrong is wrong by as much as before.
   *
   * @param largestForm largest size that the form's header may state
   */
  Splice splice(SourceFile source, long largestForm) throws IOException, StructureException {
    Splice body = new Splice();
    long growth = 0;
    Chunk last = appended.isEmpty() && bare ? lastLeft() : null;
    for (Chunk chunk : layout.chunks()) {
      byte[] bytes = replaced.get(chunk);
      if (bytes == null || stands(source, chunk, bytes)) {
        long to = chunk.equals(last) ? chunk.dataTo() : chunk.to();
        body.copy(chunk.from(), to);
        growth -= chunk.to() - to;
      } else if (chunk.equals(last)) {
        byte[] unpadded = withoutPad(bytes);
        body.insert(unpadded);
        growth += unpadded.length - (chunk.to() - chunk.from());
      } else {
        body.insert(bytes);
        growth += bytes.length - (chunk.to() - chunk.from());
      }
    }
    if (!appended.isEmpty() && (layout.end() & 1) != 0) {
      // The last chunk has an odd length and lacks its pad byte.
      body.insert(new byte[1]);
      growth++;
    }
    for (byte[] chunk : appended) {
      body.insert(chunk);
      growth += chunk.length;
    }
    body.copy(layout.end(), source.size());
    long formSize = layout.formSize() + growth + padCounted(source);
    if (growth > 0 && formSize > largestForm) {
      throw StructureException.unsupported(
          "with its tag the file would be too large for its format",
          "Convert it to FLAC, which has no such limit.");
    }
    byte[] header = source.peek(0, ChunkLayout.FORM_HEADER);
    ByteBuffer.wrap(header).order(layout.order()).putInt(4, (int) formSize);
    return new Splice().insert(header).append(body);
  }

  /**
   * A pad byte that the form's size leaves out must be counted once its chunk is another, or no
   * longer the last; and left out again where it was so before an earlier edit.
   */
  private int padCounted(SourceFile source) throws IOException {
    Chunk last = layout.chunks().get(layout.chunks().size() - 1);
    byte[] bytes = replaced.get(last);
    boolean asItWas = appended.isEmpty() && (bytes == null || stands(source, last, bytes));
    if (layout.isPadUncounted() && asItWas) {
      return 0;
    }
    boolean leaveOut = uncounted && appended.isEmpty() && endsPadded(lastLeft());
    return (layout.isPadUncounted() ? 1 : 0) - (leaveOut ? 1 : 0);
  }

  private boolean endsPadded(Chunk chunk) {
    byte[] bytes = replaced.get(chunk);
    return bytes == null ? chunk.to() > chunk.dataTo() : (dataSize(chunk) & 1) != 0;
  }

  private long dataSize(Chunk chunk) {
    byte[] bytes = replaced.get(chunk);
    return bytes == null ? chunk.size() : ByteBuffer.wrap(bytes).order(layout.order()).getInt(4);
  }

  private Chunk lastLeft() {
    Chunk last = null;
    for (Chunk chunk : layout.chunks()) {
      byte[] bytes = replaced.get(chunk);
      last = bytes != null && bytes.length == 0 ? last : chunk;
    }
    return last;
  }

  private byte[] withoutPad(byte[] chunk) {
    int size = ByteBuffer.wrap(chunk).order(layout.order()).getInt(4);
    return Arrays.copyOf(chunk, ChunkLayout.CHUNK_HEADER + size);
  }

  private static boolean stands(SourceFile source, Chunk chunk, byte[] bytes) throws IOException {
    long length = chunk.to() - chunk.from();
    // A last chunk may lack its pad byte; it needs none as long as its data stays the same.
    long same = Math.min(length, bytes.length);
    return bytes.length - length <= (chunk.size() & 1)
        && bytes.length >= length
        && Arrays.equals(Arrays.copyOf(bytes, (int) same), source.peek(chunk.from(), (int) same));
  }
}
