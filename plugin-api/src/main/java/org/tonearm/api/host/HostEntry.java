package org.tonearm.api.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Stability;
import org.tonearm.api.tag.TagField;

/**
 * One track as a host's collection knows it.
 *
 * @param number its place in the collection, from 0
 * @param location where the collection says that the file lies, in the collection's own writing
 * @param file the same as a path of this machine; empty if it can't be one, as with a path of
 *     another system or a stream. It need not exist
 * @param values what the collection holds for the fields that it has a place for: "" for an empty
 *     place; a field without a place is not in the map
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record HostEntry(
    int number, String location, Optional<Path> file, Map<TagField, String> values) {
  /** Copies the map. */
  public HostEntry {
    values = Map.copyOf(values);
  }
}
