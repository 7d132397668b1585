package org.tonearm.correction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.TagField;
import org.tonearm.library.index.Fingerprint;

/** The corrections that hold: of several for one audio and field the last one. Immutable. */
public final class Corrections {
  /** None. */
  public static final Corrections NONE = new Corrections(List.of());

  private final Map<Key, Correction> last;

  private record Key(Fingerprint fingerprint, TagField field) {}

  /**
   * @param all in the order in which they were made
   */
  public Corrections(List<Correction> all) {
    Map<Key, Correction> holding = new LinkedHashMap<>();
    for (Correction correction : all) {
      Key key = new Key(correction.fingerprint(), correction.field());
      holding.remove(key);
      if (!correction.withdrawal()) {
        holding.put(key, correction);
      }
    }
    this.last = holding;
  }

  /** The user's word for an audio. */
  public Optional<String> word(Fingerprint fingerprint, TagField field) {
    return Optional.ofNullable(last.get(new Key(fingerprint, field))).map(Correction::corrected);
  }

  /** The last correction of a file's field, if it holds. */
  public Optional<Correction> of(Path path, TagField field) {
    Path absolute = path.toAbsolutePath();
    return last.values().stream()
        .filter(correction -> correction.field() == field)
        .filter(correction -> correction.path().toAbsolutePath().equals(absolute))
        .reduce((first, second) -> second);
  }

  /** The files of a field's corrections, each once. */
  public List<Path> files(TagField field) {
    List<Path> files = new ArrayList<>();
    last.values().stream()
        .filter(correction -> correction.field() == field)
        .map(Correction::path)
        .distinct()
        .forEach(files::add);
    return files;
  }

  /** How many hold. */
  public int size() {
    return last.size();
  }
}
