package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what would point to the wrong place if the audio moved and only the chunk tables were
 * mended: fragments and their indexes, item locations, auxiliary data, compressed movie headers,
 * audio in other files.
 */
final class OffsetHazards {
  private static final Set<String> TOP_LEVEL =
      Set.of("moof", "mfra", "sidx", "ssix", "meta", "meco");
  private static final int SELF_CONTAINED = 1;

  private final ByteBuffer moov;

  private OffsetHazards(ByteBuffer moov) {
    this.moov = moov;
  }

  /** What forbids to move the audio, in words; empty if nothing does. */
  static Optional<String> find(FileLayout layout, ByteBuffer moov, AtomSpan moovSpan)
      throws StructureException {
    for (TopAtom atom : layout.atoms()) {
      if (TOP_LEVEL.contains(atom.type())) {
        return Optional.of("'" + atom.type() + "'");
      }
    }
    return new OffsetHazards(moov).inMoov(moovSpan);
  }

  private Optional<String> inMoov(AtomSpan moovSpan) throws StructureException {
    for (AtomSpan child : AtomSpans.bodyOf(moov, moovSpan).atoms()) {
      Optional<String> found =
          switch (child.type()) {
            case "mvex", "cmov", "rmra", "meco" -> Optional.of("'" + child.type() + "'");
            case "meta" -> inMeta(child);
            case "udta" -> inUdta(child);
            case "trak" -> inTrack(child);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> inUdta(AtomSpan udta) throws StructureException {
    for (AtomSpan meta : AtomSpans.bodyOf(moov, udta).all("meta")) {
      if (inMeta(meta).isPresent()) {
        return inMeta(meta);
      }
    }
    return Optional.empty();
  }

  private Optional<String> inMeta(AtomSpan meta) throws StructureException {
    return MetadataTree.metaChildren(moov, meta).first("iloc").map(iloc -> "'iloc'");
  }

  private Optional<String> inTrack(AtomSpan trak) throws StructureException {
    List<AtomSpan> metas = AtomSpans.bodyOf(moov, trak).all("meta");
    for (AtomSpan meta : metas) {
      if (inMeta(meta).isPresent()) {
        return inMeta(meta);
      }
    }
    Optional<AtomSpan> stbl = ChunkOffsets.sampleTable(moov, trak);
    if (stbl.isPresent() && AtomSpans.bodyOf(moov, stbl.get()).first("saio").isPresent()) {
      return Optional.of("'saio'");
    }
    Optional<AtomSpan> dref = ChunkOffsets.descend(moov, trak, "mdia", "minf", "dinf", "dref");
    return dref.isPresent() && pointsElsewhere(dref.get())
        ? Optional.of("audio in another file")
        : Optional.empty();
  }

  private boolean pointsElsewhere(AtomSpan dref) throws StructureException {
    int entries = Math.min(dref.body() + 2 * Integer.BYTES, dref.end());
    for (AtomSpan entry : AtomSpans.read(moov, entries, dref.end()).atoms()) {
      boolean self =
          entry.end() - entry.body() >= Integer.BYTES
              && (moov.getInt(entry.body()) & SELF_CONTAINED) != 0;
      if (!self) {
        return true;
      }
    }
    return false;
  }
}
