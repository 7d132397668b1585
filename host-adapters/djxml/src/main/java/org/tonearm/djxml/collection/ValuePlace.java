package org.tonearm.djxml.collection;

import java.nio.charset.Charset;
import java.util.Optional;
import org.tonearm.djxml.xml.Splice;
import org.tonearm.djxml.xml.XmlAttribute;
import org.tonearm.djxml.xml.XmlTag;

/**
 * Where a value stands in a file, or could be put.
 *
 * @param start offset in bytes
 * @param end offset after it
 * @param value what stands there, references resolved; "" if nothing does
 * @param before markup that a value there needs before it
 * @param after markup that it needs after it
 * @param element the element that a value there needs around it, with others' values; empty if it
 *     needs none
 */
public record ValuePlace(
    long start, long end, String value, String before, String after, Optional<NewElement> element) {

  /** One that needs no new element with others. */
  public ValuePlace(long start, long end, String value, String before, String after) {
    this(start, end, value, before, after, Optional.empty());
  }

  /** One in an element that is not there yet. */
  static ValuePlace within(NewElement element, String before, String after) {
    return new ValuePlace(element.at(), element.at(), "", before, after, Optional.of(element));
  }

  /** An attribute of a tag, be it there or not. */
  public static ValuePlace ofAttribute(XmlTag tag, String name) {
    return tag.attribute(name)
        .map(ValuePlace::of)
        .orElseGet(() -> new ValuePlace(tag.room(), tag.room(), "", " " + name + "=\"", "\""));
  }

  private static ValuePlace of(XmlAttribute attribute) {
    return new ValuePlace(attribute.start(), attribute.end(), attribute.value(), "", "");
  }

  /**
   * The text of an element.
   *
   * @param end offset of its end tag
   * @param text all of it
   */
  public static ValuePlace ofText(XmlTag tag, long end, String text) {
    return tag.empty()
        ? new ValuePlace(
            tag.start(), tag.end(), text, "<" + tag.name() + ">", "</" + tag.name() + ">")
        : new ValuePlace(tag.end(), end, text, "", "");
  }

  /** With another value. */
  Splice with(String other, Charset charset) {
    return Splice.of(start, end, before, other, after, charset);
  }
}
