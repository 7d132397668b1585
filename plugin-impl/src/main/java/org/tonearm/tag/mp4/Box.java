package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.util.List;

/** A node of the part of the atom tree that an edit may change. */
sealed interface Box permits RawBox, ContainerBox {

  String type();

  /** Bytes, header included. */
  long size();

  /** Adds the bytes, as views, in order. */
  void appendTo(List<ByteBuffer> out);
}
