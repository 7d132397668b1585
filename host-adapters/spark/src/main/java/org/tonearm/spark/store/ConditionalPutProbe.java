package org.tonearm.spark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/**
 * Tries whether client and server really refuse a put on the entity tag of an earlier content: with
 * an object of its own, which is removed afterwards. Servers are known that take the condition and
 * do not look at it.
 */
public final class ConditionalPutProbe {
  private static final String NAME = ".tonearm-probe-";

  private final AudioStores stores;

  /**
   * @param stores where the object is put
   */
  public ConditionalPutProbe(AudioStores stores) {
    this.stores = Objects.requireNonNull(stores);
  }

  /**
   * Tries it in a folder of recordings; some hundred requests.
   *
   * @param folder the recordings' own: another bucket may be another server
   * @return not refused where the storage knows no conditions, or the client does not
   * @throws IOException if not even an object can be put there
   */
  public ProbeResult check(String folder) throws IOException {
    if (!(stores.of(folder) instanceof ConditionalStore objects)) {
      return new ProbeResult(false, false, false, folder + " is no storage of objects");
    }
    String uri = AudioUri.child(folder, NAME + UUID.randomUUID());
    Path contents = Files.createTempDirectory("tonearm-probe-");
    try {
      return check(objects, uri, contents);
    } finally {
      try (var left = Files.newDirectoryStream(contents)) {
        for (Path content : left) {
          Files.delete(content);
        }
      }
      Files.delete(contents);
      objects.delete(uri);
    }
  }

  private static ProbeResult check(ConditionalStore objects, String uri, Path contents)
      throws IOException {
    Path content = contents.resolve("content");
    StoredFile first = objects.put(uri, Files.writeString(content, "one"));
    boolean versioned = objects.versioned(uri);
    if (first.etag().isEmpty()) {
      return told(uri, false, false, versioned, "gives its objects no entity tags");
    }
    StoredFile second;
    try {
      second = objects.replace(first, Files.writeString(content, "the second"), true);
    } catch (IOException | RuntimeException | LinkageError e) {
      return told(uri, false, false, versioned, "can't be asked for a put on a condition: " + e);
    }
    try {
      objects.replace(first, Files.writeString(content, "the third one"), true);
      return told(
          uri, false, false, versioned, "took a put on the entity tag of an earlier content");
    } catch (ReplacedSinceException e) {
      if (!objects.status(uri).version().equals(second.version())) {
        return told(
            uri, false, false, versioned, "refused a put and changed the object nevertheless");
      }
    }
    boolean atomic = new PutRace(objects, uri).oneWins(contents);
    return told(
        uri,
        true,
        atomic,
        versioned,
        "refuses a put on the entity tag of an earlier content"
            + (atomic ? "" : ", but took two at the same instant"));
  }

  private static ProbeResult told(
      String uri, boolean refused, boolean atomic, boolean versioned, String what) {
    return new ProbeResult(
        refused,
        atomic,
        versioned,
        "the storage of "
            + uri.substring(0, uri.lastIndexOf('/') + 1)
            + " "
            + what
            + (versioned ? "; it keeps earlier versions" : "; it keeps no earlier versions"));
  }
}
