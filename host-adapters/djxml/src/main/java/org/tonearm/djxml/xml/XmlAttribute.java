package org.tonearm.djxml.xml;

/**
 * An attribute.
 *
 * @param name with its prefix, as written
 * @param value its references resolved
 * @param start offset in bytes of the value's first byte, after the quote
 * @param end offset of the closing quote
 */
public record XmlAttribute(String name, String value, long start, long end) {}
