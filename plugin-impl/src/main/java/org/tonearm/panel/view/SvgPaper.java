package org.tonearm.panel.view;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Draws a map as SVG 1.1. A mark's tip becomes its title, which viewers show. */
final class SvgPaper implements MapPaper, AutoCloseable {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  private final XMLStreamWriter xml;

  /** Thrown where the file can't be written. */
  static final class SvgException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SvgException(XMLStreamException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /**
   * Begins a drawing.
   *
   * @param out not closed here
   * @param fontSize of all texts in pixels
   */
  SvgPaper(OutputStream out, int width, int height, String title, int fontSize) {
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("version", "1.1");
      xml.writeAttribute("width", String.valueOf(width));
      xml.writeAttribute("height", String.valueOf(height));
      xml.writeAttribute("viewBox", "0 0 " + width + " " + height);
      xml.writeAttribute("font-family", "sans-serif");
      xml.writeAttribute("font-size", String.valueOf(fontSize));
      title(title);
    } catch (XMLStreamException e) {
      throw new SvgException(e);
    }
  }

  @Override
  public void box(double x, double y, double width, double height, Color fill, Color line) {
    element(
        "rect",
        "",
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height),
        "fill",
        hex(fill),
        "stroke",
        hex(line));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Color color) {
    element(
        "path",
        "",
        "d",
        "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2),
        "stroke",
        hex(color));
  }

  @Override
  public void text(String text, double x, double y, Color color) {
    try {
      xml.writeStartElement("text");
      attributes("x", number(x), "y", number(y), "fill", hex(color));
      xml.writeCharacters(allowed(text));
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new SvgException(e);
    }
  }

  @Override
  public void mark(GenreMark mark, double x, double y, double radius, Color color, String tip) {
    String path = path(mark.shape(x, y, radius));
    if (mark.filled()) {
      element("path", tip, "d", path, "fill", hex(color));
    } else {
      element("path", tip, "d", path, "fill", "none", "stroke", hex(color), "stroke-width", "1.8");
    }
  }

  @Override
  public void dashed(Shape shape, Color color) {
    element(
        "path",
        "",
        "d",
        path(shape),
        "fill",
        "none",
        "stroke",
        hex(color),
        "stroke-width",
        "1.5",
        "stroke-dasharray",
        "5 4");
  }

  /** Ends the drawing. */
  @Override
  public void close() {
    try {
      xml.writeEndDocument();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw new SvgException(e);
    }
  }

  private void element(String name, String tip, String... attributes) {
    try {
      if (tip.isEmpty()) {
        xml.writeEmptyElement(name);
        attributes(attributes);
      } else {
        xml.writeStartElement(name);
        attributes(attributes);
        title(tip);
        xml.writeEndElement();
      }
    } catch (XMLStreamException e) {
      throw new SvgException(e);
    }
  }

  private void title(String words) throws XMLStreamException {
    xml.writeStartElement("title");
    xml.writeCharacters(allowed(words));
    xml.writeEndElement();
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      path.append(COMMANDS[kind]);
      for (int c = 0; c < COORDINATES[kind]; c++) {
        path.append(c == 0 ? "" : " ").append(number(at[c]));
      }
    }
    return path.toString();
  }

  /** Tags may hold what XML does not allow. */
  private static String allowed(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || (c >= ' ' && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
