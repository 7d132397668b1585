package org.tonearm.djxml.xml;

import java.util.List;
import java.util.Optional;

/**
 * A start tag, or an empty element's only one.
 *
 * @param name with its prefix, as written
 * @param depth 0 for the root
 * @param attributes in the file's order, no name twice
 * @param start offset in bytes of its first byte
 * @param room offset at which a further attribute can be put, with a blank before it
 * @param end offset after its last byte
 * @param empty whether it ends itself
 */
public record XmlTag(
    String name,
    int depth,
    List<XmlAttribute> attributes,
    long start,
    long room,
    long end,
    boolean empty) {
  /** Copies the list. */
  public XmlTag {
    attributes = List.copyOf(attributes);
  }

  /** One of its attributes. */
  public Optional<XmlAttribute> attribute(String wanted) {
    return attributes.stream().filter(attribute -> attribute.name().equals(wanted)).findFirst();
  }

  /** Value of one of its attributes; "" if it has none of that name. */
  public String value(String wanted) {
    return attribute(wanted).map(XmlAttribute::value).orElse("");
  }
}
