package org.tonearm.spark.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one spelling of a recording's name: an absolute URI in ASCII, as {@code
 * s3a://bucket/a%20b%3A.flac}. A name is any text, blanks, newlines and {@code : % # ? { } [ ]}
 * included; nothing is normalised, so that a key in decomposed Unicode stays that key. Local names
 * that are no text keep their bytes.
 */
public final class AudioUri {
  private static final Pattern GIVEN =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?://([^/]*))?(/.*)?", Pattern.DOTALL);
  private static final String PLAIN = "-._~/";
  private static final int NIBBLE = 4;
  private static final int LOW = 0xF;

  private AudioUri() {}

  /**
   * From what a user gave: a URI, or a local path. Text after a scheme that is no proper URI (a
   * blank in it, say) is taken as it stands.
   *
   * @throws IllegalArgumentException if it names nothing
   */
  public static String of(String given) {
    if (given.isBlank()) {
      throw new IllegalArgumentException("an address is empty; expected a path or a URI");
    }
    Matcher parts = GIVEN.matcher(given);
    if (!parts.matches()) {
      return of(Path.of(given));
    }
    String authority = parts.group(2) == null ? "" : parts.group(2);
    String path = parts.group(3) == null ? "/" : parts.group(3);
    if (parts.group(1).equals("file")) {
      return of(proper(given) ? Path.of(URI.create("file://" + path)) : Path.of(path));
    }
    String plain = proper(given) ? URI.create(given).getPath() : path;
    return of(parts.group(1), authority, plain.isEmpty() ? "/" : plain);
  }

  /** Of a local file. */
  public static String of(Path file) {
    String uri = file.toAbsolutePath().normalize().toUri().toString();
    return uri.endsWith("/") && uri.length() > "file:///".length()
        ? uri.substring(0, uri.length() - 1)
        : uri;
  }

  /** Of a file that Hadoop listed. */
  public static String of(org.apache.hadoop.fs.Path file) {
    URI uri = file.toUri();
    if (uri.getScheme() == null || uri.getScheme().equals("file")) {
      return of(Path.of(uri.getPath()));
    }
    return of(uri.getScheme(), uri.getAuthority() == null ? "" : uri.getAuthority(), uri.getPath());
  }

  /** The same for Hadoop's calls. Its constructor from a text would read the name wrongly. */
  public static org.apache.hadoop.fs.Path hadoop(String uri) {
    return new org.apache.hadoop.fs.Path(URI.create(uri));
  }

  /** A local file's path. */
  public static Path local(String uri) {
    return Path.of(URI.create(uri));
  }

  /** Its scheme, in lower case. */
  public static String scheme(String uri) {
    return URI.create(uri).getScheme();
  }

  /** The last part of its name, decoded: for the eye, and for its ending. */
  public static String name(String uri) {
    String path = URI.create(uri).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** How the addresses of all that lies below a folder begin. */
  public static String below(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  /** What lies in a folder; the name may lead further down. */
  public static String child(String folder, String name) {
    return below(folder) + encoded(name);
  }

  private static String of(String scheme, String authority, String path) {
    return scheme + "://" + authority + encoded(path);
  }

  private static boolean proper(String given) {
    try {
      URI uri = new URI(given);
      return uri.getPath() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String encoded(String path) {
    StringBuilder text = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || PLAIN.indexOf(c) >= 0) {
        text.append(c);
      } else {
        text.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> NIBBLE, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & LOW, 16)));
      }
    }
    return text.toString();
  }
}
