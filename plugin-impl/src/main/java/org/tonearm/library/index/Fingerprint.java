package org.tonearm.library.index;

import java.util.Objects;
import java.util.regex.Pattern;
import org.tonearm.api.tag.TagSnapshot;

/**
 * What a file sounds like, whatever its name and tags: a hash over its audio. Files of formats
 * without a codec, or whose tags can't be read, have a hash over all their bytes instead.
 *
 * @param text the codec's id or {@code file}, a colon, and SHA-256 in lower-case hex
 */
public record Fingerprint(String text) {
  private static final String FILE = "file:";
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]+:[0-9a-f]{64}");

  /** Checks the form. */
  public Fingerprint {
    Objects.requireNonNull(text);
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("no fingerprint: " + text);
    }
  }

  /** Over the audio alone; equal before and after any edit of tags. */
  public static Fingerprint ofAudio(String codec, TagSnapshot snapshot) {
    return new Fingerprint(codec + ":" + snapshot.audioHash());
  }

  /** Over a whole file. */
  public static Fingerprint ofFile(String sha256) {
    return new Fingerprint(FILE + sha256);
  }

  /** True if an edit of tags would change it. */
  public boolean ofWholeFile() {
    return text.startsWith(FILE);
  }

  @Override
  public String toString() {
    return text;
  }
}
