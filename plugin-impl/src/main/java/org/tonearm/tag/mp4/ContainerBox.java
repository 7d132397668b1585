package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An atom opened for editing. Its header keeps the form it had: 32 bits, 64 bits, or to the end.
 */
final class ContainerBox implements Box {
  private enum SizeForm {
    NARROW,
    WIDE,
    TO_END
  }

  private final String type;
  private final SizeForm form;
  private final ByteBuffer prefix;
  private final List<Box> children;
  private final ByteBuffer trailing;

  private ContainerBox(
      String type, SizeForm form, ByteBuffer prefix, List<Box> children, ByteBuffer trailing) {
    this.type = type;
    this.form = form;
    this.prefix = prefix;
    this.children = children;
    this.trailing = trailing;
  }

  /**
   * Opens an atom.
   *
   * @param prefix bytes between header and first child: 4 for a {@code meta} with version and
   *     flags, else 0
   */
  static ContainerBox open(ByteBuffer buffer, AtomSpan span, int prefix) throws StructureException {
    AtomSpans inside = AtomSpans.read(buffer, span.body() + prefix, span.end());
    List<Box> children = new ArrayList<>();
    for (AtomSpan child : inside.atoms()) {
      children.add(RawBox.of(buffer, child));
    }
    return new ContainerBox(
        span.type(),
        switch (buffer.getInt(span.start())) {
          case 0 -> SizeForm.TO_END;
          case 1 -> SizeForm.WIDE;
          default -> SizeForm.NARROW;
        },
        buffer.slice(span.body(), prefix),
        children,
        buffer.slice(inside.trailing(), inside.end() - inside.trailing()));
  }

  /** A new container. */
  static ContainerBox create(String type, byte[] prefix, Box... children) {
    return new ContainerBox(
        type,
        SizeForm.NARROW,
        ByteBuffer.wrap(prefix),
        new ArrayList<>(List.of(children)),
        ByteBuffer.allocate(0));
  }

  @Override
  public String type() {
    return type;
  }

  /** The children; the caller may change the list. */
  List<Box> children() {
    return children;
  }

  Optional<Box> first(String childType) {
    return children.stream().filter(child -> child.type().equals(childType)).findFirst();
  }

  @Override
  public long size() {
    long size = (long) header() + prefix.limit() + trailing.limit();
    for (Box child : children) {
      size += child.size();
    }
    return size;
  }

  @Override
  public void appendTo(List<ByteBuffer> out) {
    long size = size();
    ByteBuffer header = ByteBuffer.allocate(header());
    header.putInt(
        switch (form) {
          case TO_END -> 0;
          case WIDE -> 1;
          case NARROW -> Math.toIntExact(size);
        });
    header.put(type.getBytes(StandardCharsets.ISO_8859_1));
    if (form == SizeForm.WIDE) {
      header.putLong(size);
    }
    out.add(header.flip());
    out.add(prefix.duplicate());
    for (Box child : children) {
      child.appendTo(out);
    }
    out.add(trailing.duplicate());
  }

  private int header() {
    return form == SizeForm.WIDE ? AtomSpans.WIDE_HEADER : AtomSpans.HEADER;
  }
}
