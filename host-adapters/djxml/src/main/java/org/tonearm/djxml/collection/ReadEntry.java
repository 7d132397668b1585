package org.tonearm.djxml.collection;

import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.TagField;

/**
 * A track as it was read.
 *
 * @param location of the file, in the collection's own writing
 * @param path the same as a path of this system, with slashes; empty if it is none
 * @param places of the fields that have one
 */
public record ReadEntry(String location, Optional<String> path, Map<TagField, ValuePlace> places) {
  /** Copies the map. */
  public ReadEntry {
    places = Map.copyOf(places);
  }
}
