package org.tonearm.djxml.xml;

import org.tonearm.api.host.HostException;

/** Told of a file's elements in their order. */
public interface XmlHandler {

  /**
   * An element begins.
   *
   * @throws HostException if this is no file that the handler is for
   */
  void start(XmlTag tag) throws HostException;

  /** Text within the innermost element, references resolved; may come in several parts. */
  default void text(String text) {}

  /**
   * An element ends; told of empty ones too.
   *
   * @param tag its start tag
   * @param start offset in bytes of its end tag; that after the tag if it is empty
   */
  default void end(XmlTag tag, long start) {}
}
