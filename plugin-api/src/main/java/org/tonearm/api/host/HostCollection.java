package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.Map;
import org.tonearm.api.Stability;
import org.tonearm.api.tag.TagField;

/**
 * A collection file of a host, read as a whole. Immutable and thread-safe; holds no file open. The
 * file itself is never written to.
 */
@Stability(Stability.Level.EXPERIMENTAL)
public interface HostCollection extends HostListing {

  /**
   * Writes the collection with other values into a new file. All that is not named keeps its bytes.
   * The new file appears when it is complete.
   *
   * @param target must not exist; its folder must
   * @param changes new values by the number of the entry; only fields that the entry has a place
   *     for
   * @throws HostException if the target exists or can't be written, or if the collection was
   *     changed since it was read; no file is left then
   * @throws IllegalArgumentException if an entry or a place does not exist
   */
  void export(Path target, Map<Integer, Map<TagField, String>> changes) throws HostException;

  /** What the user does so that the host takes an exported file, as one sentence. */
  String importHint();
}
