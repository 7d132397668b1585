package org.tonearm.djxml.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.LibraryFault;

/**
 * Reads a file of XML 1.0 from its beginning to its end, in memory that does not grow with it. It
 * knows no entities but XML's own, so that a file can neither reach for others nor multiply itself;
 * a document type may be named and is not looked at. Encodings are those in which a byte below 128
 * is that character of ASCII.
 */
public final class XmlScan {
  private static final int DEEPEST = 200;
  private static final int MOST_ATTRIBUTES = 1000;
  private static final int REMEMBERED = 256;
  private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_:][\\p{L}\\p{N}_:.-]*");
  private static final Map<String, Charset> CHARSETS =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "utf8", StandardCharsets.UTF_8,
          "us-ascii", StandardCharsets.US_ASCII,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "windows-1252", Charset.forName("windows-1252"));

  private final Path file;
  private final XmlBytes bytes;
  private final XmlHandler handler;
  private final Deque<XmlTag> open = new ArrayDeque<>();

  /** Names that were found sound: a host's file has few, each of them often. */
  private final Set<String> names = new HashSet<>();

  private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private boolean rooted;

  private XmlScan(Path file, InputStream in, XmlHandler handler) {
    this.file = file;
    this.bytes = new XmlBytes(in);
    this.handler = handler;
  }

  /**
   * Reads a file.
   *
   * @return its encoding
   * @throws HostException {@code library-missing}, {@code library-unreadable}, {@code
   *     library-malformed}, or what the handler throws
   */
  public static Charset scan(Path file, XmlHandler handler) throws HostException {
    try (InputStream in = Files.newInputStream(file)) {
      XmlScan scan = new XmlScan(file, in, handler);
      scan.run();
      return scan.decoder.charset();
    } catch (IOException e) {
      throw LibraryFault.of(file, e);
    }
  }

  private void run() throws IOException, HostException {
    mark();
    for (int next = bytes.peek(); next != XmlBytes.END; next = bytes.peek()) {
      if (next == '<') {
        markup();
      } else {
        text();
      }
    }
    if (!open.isEmpty()) {
      throw fault("the file ends within <" + open.peek().name() + ">");
    }
    if (!rooted) {
      throw fault("there is no XML in it");
    }
  }

  /** The byte order mark. */
  private void mark() throws IOException, HostException {
    int first = bytes.peek();
    if (first == 0xEF) {
      bytes.read();
      if (bytes.read() != 0xBB || bytes.read() != 0xBF) {
        throw fault("there is no XML in it");
      }
    } else if (first == 0xFE || first == 0xFF || first == 0) {
      throw fault("it is in UTF-16 or UTF-32; UTF-8 was expected");
    }
  }

  private void text() throws IOException, HostException {
    bytes.clear();
    while (bytes.peek() != '<' && bytes.peek() != XmlBytes.END) {
      keep(bytes.read());
    }
    String raw = decoded();
    if (!open.isEmpty()) {
      handler.text(resolved(raw.replace("\r\n", "\n").replace('\r', '\n')));
    } else if (!raw.isBlank()) {
      throw fault(rooted ? "there is text after the end" : "there is no XML in it");
    }
  }

  private void markup() throws IOException, HostException {
    long start = bytes.position();
    bytes.read();
    switch (bytes.peek()) {
      case '?' -> instruction(start);
      case '!' -> declaration();
      case '/' -> endTag(start);
      default -> startTag(start);
    }
  }

  private void instruction(long start) throws IOException, HostException {
    until("?>");
    String text = decoded();
    // With a byte order mark before it, the XML declaration begins at 3.
    if (start <= 3 && text.startsWith("?xml")) {
      Matcher named = ENCODING.matcher(text);
      if (named.find()) {
        decoder =
            Optional.ofNullable(CHARSETS.get(named.group(1).toLowerCase(Locale.ROOT)))
                .orElseThrow(
                    () -> fault("its encoding is " + named.group(1) + "; UTF-8 was expected"))
                .newDecoder();
      }
    }
  }

  private void declaration() throws IOException, HostException {
    bytes.read();
    switch (bytes.peek()) {
      case '-' -> {
        expect("--");
        until("-->");
      }
      case '[' -> {
        expect("[CDATA[");
        until("]]>");
        String text = decoded();
        if (open.isEmpty()) {
          throw fault("there is text outside of all elements");
        }
        handler.text(text.substring(0, text.length() - 3));
      }
      default -> documentType();
    }
  }

  private void documentType() throws IOException, HostException {
    expect("DOCTYPE");
    int quote = 0;
    for (int next = some(); quote != 0 || next != '>'; next = some()) {
      if (quote == 0 && next == '[') {
        throw fault("it declares entities of its own, which no host does");
      }
      if (next == '"' || next == '\'') {
        quote = quote == 0 ? next : quote == next ? 0 : quote;
      }
    }
    if (rooted) {
      throw fault("a document type stands within it");
    }
  }

  private void endTag(long start) throws IOException, HostException {
    bytes.read();
    String name = name();
    blanks();
    expect(">");
    if (open.isEmpty() || !open.peek().name().equals(name)) {
      String expected = open.isEmpty() ? "nothing" : "</" + open.peek().name() + ">";
      throw fault("</" + name + "> was found where " + expected + " was expected");
    }
    handler.end(open.pop(), start);
  }

  private void startTag(long start) throws IOException, HostException {
    if (open.isEmpty() && rooted) {
      throw fault("there is more after the end");
    }
    if (open.size() == DEEPEST) {
      throw fault("elements stand within each other more than " + DEEPEST + " deep");
    }
    rooted = true;
    String name = name();
    List<XmlAttribute> attributes = new ArrayList<>();
    long room = bytes.position();
    boolean set = blanks();
    while (bytes.peek() != '>' && bytes.peek() != '/') {
      if (!set) {
        throw fault("a blank is missing in <" + name + ">");
      }
      if (attributes.size() == MOST_ATTRIBUTES) {
        throw fault("<" + name + "> has more than " + MOST_ATTRIBUTES + " attributes");
      }
      XmlAttribute attribute = attribute();
      for (XmlAttribute other : attributes) {
        if (other.name().equals(attribute.name())) {
          throw fault("the attribute " + attribute.name() + " stands twice in <" + name + ">");
        }
      }
      attributes.add(attribute);
      room = bytes.position();
      set = blanks();
    }
    boolean empty = bytes.peek() == '/';
    expect(empty ? "/>" : ">");
    XmlTag tag = new XmlTag(name, open.size(), attributes, start, room, bytes.position(), empty);
    handler.start(tag);
    if (empty) {
      handler.end(tag, tag.end());
    } else {
      open.push(tag);
    }
  }

  private XmlAttribute attribute() throws IOException, HostException {
    String name = name();
    blanks();
    expect("=");
    blanks();
    int quote = some();
    if (quote != '"' && quote != '\'') {
      throw fault("a quote is missing after " + name + "=");
    }
    long start = bytes.position();
    bytes.clear();
    while (bytes.peek() != quote) {
      int next = some();
      if (next == '<') {
        throw fault("a bare '<' stands in the attribute " + name);
      }
      keep(next);
    }
    long end = bytes.position();
    bytes.read();
    // XML 1.0, section 3.3.3: each of these counts as a blank.
    String raw =
        decoded().replace("\r\n", " ").replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    return new XmlAttribute(name, resolved(raw), start, end);
  }

  private String name() throws IOException, HostException {
    bytes.clear();
    while ("=/> \t\r\n<\"'&".indexOf(bytes.peek()) < 0) {
      keep(some());
    }
    String name = decoded();
    if (names.contains(name)) {
      return name;
    }
    if (!NAME.matcher(name).matches()) {
      throw fault(bytes.peek() == XmlBytes.END ? "the file ends in a tag" : "a name is missing");
    }
    if (names.size() < REMEMBERED) {
      names.add(name);
    }
    return name;
  }

  private boolean blanks() throws IOException {
    boolean any = false;
    while (" \t\r\n".indexOf(bytes.peek()) >= 0) {
      bytes.read();
      any = true;
    }
    return any;
  }

  private void until(String end) throws IOException, HostException {
    bytes.clear();
    do {
      keep(some());
    } while (!bytes.keptEndsWith(end));
  }

  private void expect(String text) throws IOException, HostException {
    for (int i = 0; i < text.length(); i++) {
      if (some() != text.charAt(i)) {
        throw fault("'" + text + "' is missing");
      }
    }
  }

  private int some() throws IOException, HostException {
    int next = bytes.read();
    if (next == XmlBytes.END) {
      throw fault("the file ends in the middle");
    }
    return next;
  }

  private void keep(int b) throws HostException {
    if (!bytes.keep(b)) {
      throw fault("a single value has more than 16 MB");
    }
  }

  private String decoded() throws HostException {
    try {
      return bytes.kept(decoder);
    } catch (CharacterCodingException e) {
      throw fault("there are bytes that are no " + decoder.charset().name());
    }
  }

  private String resolved(String raw) throws HostException {
    try {
      return XmlText.resolved(raw);
    } catch (IllegalArgumentException e) {
      throw fault(e.getMessage() + " is none that XML knows by itself");
    }
  }

  private HostException fault(String what) {
    return new HostException(
        "library-malformed",
        file + ": broken in line " + bytes.line() + ": " + what + ".",
        "Have the program write it anew, and look whether its disk was full or it was ended.");
  }
}
