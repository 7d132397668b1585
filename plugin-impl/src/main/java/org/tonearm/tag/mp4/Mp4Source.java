package org.tonearm.tag.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * A file opened and understood as far as tags and audio offsets go. The {@code moov} lies in
 * memory, all else stays on disk.
 *
 * @param channel of the file; owned by the caller
 * @param layout top level
 * @param moov the whole {@code moov} atom, backed by an array; the other components are views of it
 * @param moovSpan the atom in the buffer
 * @param tree the path to the items
 * @param offsets the chunk tables
 * @param hazard what forbids to move the audio, if anything does
 */
record Mp4Source(
    FileChannel channel,
    FileLayout layout,
    ByteBuffer moov,
    AtomSpan moovSpan,
    MetadataTree tree,
    ChunkOffsets offsets,
    Optional<String> hazard) {
  static final long LARGEST_MOOV = 256L << 20;

  /** Reads top level and {@code moov}. */
  static Mp4Source open(FileChannel channel) throws IOException, StructureException {
    FileLayout layout = FileLayout.scan(channel);
    TopAtom atom = layout.moovAtom();
    if (atom.size() > LARGEST_MOOV) {
      throw StructureException.unsupported("'moov' is larger than 256 MiB");
    }
    ByteBuffer moov = FileBytes.read(channel, atom.offset(), (int) atom.size());
    AtomSpan span = new AtomSpan("moov", 0, atom.header(), moov.limit());
    Mp4Source source =
        new Mp4Source(
            channel,
            layout,
            moov,
            span,
            MetadataTree.open(moov, span),
            ChunkOffsets.find(moov, span),
            OffsetHazards.find(layout, moov, span));
    if (source.offsets.largest() > layout.length()
        && !source.hazard.equals(Optional.of("audio in another file"))) {
      throw StructureException.malformed(
          "audio is said to lie beyond the end of the file: the file is cut short");
    }
    return source;
  }
}
