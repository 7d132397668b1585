package org.tonearm.spark.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;

/**
 * What an object carries beside its content, as S3A tells it in extended attributes. A put makes a
 * new object, so all of it has to be given again: the kind of content and the user's own metadata
 * can be, other headers can't.
 */
final class ObjectHeaders {
  private static final String PREFIX = "header.";
  private static final String TYPE = "content-type";
  private static final String CREATE_TYPE = "fs.option.create.content.type";
  private static final String CREATE_HEADER = "fs.s3a.create.header.";

  /** Begins the names of the storage's own headers. */
  private static final String OF_THE_STORAGE = "x-amz-";

  /** Headers that a put can't be given through S3A. */
  private static final Set<String> KEPT_BY_NO_PUT =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires",
          "x-amz-storage-class",
          "x-amz-website-redirect-location");

  /** Made anew by the server, or told of an answer and not of the object. */
  private static final Set<String> OF_THE_CONTENT =
      Set.of(
          "accept-ranges",
          "content-length",
          "content-md5",
          "content-range",
          "date",
          "etag",
          "last-modified");

  private final String uri;
  private final Map<String, String> headers;

  private ObjectHeaders(String uri, Map<String, String> headers) {
    this.uri = uri;
    this.headers = headers;
  }

  static ObjectHeaders of(FileSystem fileSystem, String uri) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    fileSystem
        .getXAttrs(AudioUri.hadoop(uri))
        .forEach(
            (name, value) -> {
              String text = value == null ? "" : new String(value, StandardCharsets.UTF_8);
              if (name.startsWith(PREFIX) && !text.isEmpty()) {
                headers.put(name.substring(PREFIX.length()), text);
              }
            });
    return new ObjectHeaders(uri, headers);
  }

  /**
   * Gives a new object the same.
   *
   * @throws RefusedException {@code attributes} if something would be lost and may not be
   */
  void carryTo(FSDataOutputStreamBuilder<?, ?> put, boolean allowLoss) throws RefusedException {
    Set<String> lost = new TreeSet<>();
    headers.forEach(
        (name, value) -> {
          String key = name.toLowerCase(Locale.ROOT);
          if (key.equals(TYPE)) {
            put.opt(CREATE_TYPE, value);
          } else if (KEPT_BY_NO_PUT.contains(key)) {
            if (!value.equals("STANDARD")) {
              lost.add(name);
            }
          } else if (!key.startsWith(OF_THE_STORAGE) && !OF_THE_CONTENT.contains(key)) {
            put.must(CREATE_HEADER + name, value);
          }
        });
    if (!allowLoss && !lost.isEmpty()) {
      throw new RefusedException(
          "attributes",
          uri + " has " + String.join(", ", lost) + ", which could not be kept; it was left alone",
          "Allow the loss with --allow-attribute-loss.");
    }
  }
}
