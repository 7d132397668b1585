package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path {@code moov/udta/meta/ilst}, opened for editing; all else in {@code moov} stays raw.
 * Levels that the file lacks are made by {@link #makeItemList} and taken away by {@link #dropMade}.
 */
final class MetadataTree {
  /** The handler atom of metadata in the iTunes layout, as most programs write it. */
  static final RawBox HANDLER = handler();

  private static final String ITUNES_HANDLER = "mdir";
  private static final int VERSION_AND_FLAGS = 4;

  private final ContainerBox moov;
  private ContainerBox udta;
  private ContainerBox meta;
  private ContainerBox ilst;
  private final boolean foreignMeta;

  private MetadataTree(
      ContainerBox moov,
      ContainerBox udta,
      ContainerBox meta,
      ContainerBox ilst,
      boolean foreignMeta) {
    this.moov = moov;
    this.udta = udta;
    this.meta = meta;
    this.ilst = ilst;
    this.foreignMeta = foreignMeta;
  }

  /**
   * Finds the path.
   *
   * @param bytes the whole {@code moov}; the tree keeps views of it
   */
  static MetadataTree open(ByteBuffer bytes, AtomSpan moovSpan) throws StructureException {
    AtomSpans inMoov = AtomSpans.bodyOf(bytes, moovSpan);
    AtomSpan udtaSpan = inMoov.first("udta").orElse(null);
    AtomSpan metaSpan = null;
    boolean withList = false;
    boolean foreign = false;
    for (AtomSpan eachUdta : inMoov.all("udta")) {
      for (AtomSpan eachMeta : AtomSpans.bodyOf(bytes, eachUdta).all("meta")) {
        AtomSpans inside = metaChildren(bytes, eachMeta);
        boolean hasList = inside.first("ilst").isPresent();
        if (!isItunes(bytes, inside)) {
          foreign = true;
        } else if (metaSpan == null || (hasList && !withList)) {
          udtaSpan = eachUdta;
          metaSpan = eachMeta;
          withList = hasList;
        }
      }
    }
    ContainerBox moov = ContainerBox.open(bytes, moovSpan, 0);
    ContainerBox udta = null;
    ContainerBox meta = null;
    ContainerBox ilst = null;
    if (udtaSpan != null) {
      udta = openIn(moov, inMoov, bytes, udtaSpan, 0);
    }
    if (metaSpan != null) {
      AtomSpans inUdta = AtomSpans.bodyOf(bytes, udtaSpan);
      meta = openIn(udta, inUdta, bytes, metaSpan, metaPrefix(bytes, metaSpan));
    }
    if (withList) {
      AtomSpans inMeta = metaChildren(bytes, metaSpan);
      ilst = openIn(meta, inMeta, bytes, inMeta.first("ilst").orElseThrow(), 0);
    }
    return new MetadataTree(moov, udta, meta, ilst, foreign);
  }

  private static ContainerBox openIn(
      ContainerBox parent, AtomSpans siblings, ByteBuffer bytes, AtomSpan span, int prefix)
      throws StructureException {
    ContainerBox box = ContainerBox.open(bytes, span, prefix);
    parent.children().set(siblings.atoms().indexOf(span), box);
    return box;
  }

  /** The atoms in a {@code meta}, with or without version and flags. */
  static AtomSpans metaChildren(ByteBuffer bytes, AtomSpan meta) throws StructureException {
    return AtomSpans.read(bytes, meta.body() + metaPrefix(bytes, meta), meta.end());
  }

  ContainerBox moov() {
    return moov;
  }

  /** Null if the file has none. */
  ContainerBox udta() {
    return udta;
  }

  /** Null if the file has none of the iTunes layout. */
  ContainerBox meta() {
    return meta;
  }

  /** Null if the file has none. */
  ContainerBox ilst() {
    return ilst;
  }

  /** The items; empty if there is no list. */
  List<RawBox> items() {
    List<RawBox> items = new ArrayList<>();
    if (ilst != null) {
      ilst.children().forEach(child -> items.add((RawBox) child));
    }
    return items;
  }

  /** Size of the item list, header included; 0 if there is none. */
  int ilstSize() {
    return ilst == null ? 0 : Math.toIntExact(ilst.size());
  }

  /** Puts other items into the list, which must exist. */
  void setItems(List<RawBox> items) {
    ilst.children().clear();
    ilst.children().addAll(items);
  }

  /**
   * Adds the levels that are missing.
   *
   * @return what was added, for a note in the padding
   */
  PaddingMark makeItemList() throws StructureException {
    PaddingMark mark = new PaddingMark(udta == null, meta == null, ilst == null, ilstSize());
    if (meta == null && foreignMeta) {
      throw StructureException.unsupported(
          "the user data's 'meta' is not of the iTunes kind, and a second one is not allowed");
    }
    if (udta == null) {
      udta = ContainerBox.create("udta", new byte[0]);
      moov.children().add(udta);
    }
    if (meta == null) {
      meta = ContainerBox.create("meta", new byte[VERSION_AND_FLAGS], HANDLER);
      udta.children().add(meta);
    }
    if (ilst == null) {
      ilst = ContainerBox.create("ilst", new byte[0]);
      int handler = meta.first("hdlr").map(meta.children()::indexOf).orElse(-1);
      meta.children().add(handler + 1, ilst);
    }
    return mark;
  }

  /** Takes away the levels that a note says were added, as far as nothing else lies in them. */
  void dropMade(PaddingMark mark) {
    if (mark.madeIlst() && ilst != null && ilst.children().isEmpty()) {
      meta.children().remove(ilst);
      ilst = null;
    }
    if (mark.madeMeta() && ilst == null && meta.children().equals(List.of(HANDLER))) {
      udta.children().remove(meta);
      meta = null;
    }
    if (mark.madeUdta() && meta == null && udta.children().isEmpty()) {
      moov.children().remove(udta);
      udta = null;
    }
  }

  /** True where the {@code meta} body starts with an atom at once, as QuickTime has it. */
  private static int metaPrefix(ByteBuffer bytes, AtomSpan meta) {
    int length = meta.end() - meta.body();
    if (length < AtomSpans.HEADER) {
      return Math.min(length, VERSION_AND_FLAGS);
    }
    for (int at = meta.body() + 4; at < meta.body() + 8; at++) {
      if (Byte.toUnsignedInt(bytes.get(at)) < ' ') {
        return VERSION_AND_FLAGS;
      }
    }
    return 0;
  }

  private static boolean isItunes(ByteBuffer bytes, AtomSpans inside) {
    Optional<AtomSpan> handler = inside.first("hdlr");
    if (handler.isEmpty()) {
      return inside.first("ilst").isPresent();
    }
    int at = handler.get().body() + 2 * Integer.BYTES;
    return at + 4 <= handler.get().end() && AtomSpan.typeAt(bytes, at).equals(ITUNES_HANDLER);
  }

  private static RawBox handler() {
    byte[] typeAndMaker = "mdirappl".getBytes(StandardCharsets.US_ASCII);
    // Version and flags, pre-defined; handler and maker; two reserved words; an empty name.
    return RawBox.build("hdlr", new byte[8], typeAndMaker, new byte[8], new byte[1]);
  }
}
