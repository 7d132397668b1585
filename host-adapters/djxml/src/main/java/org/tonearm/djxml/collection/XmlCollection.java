package org.tonearm.djxml.collection;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.djxml.xml.Splice;
import org.tonearm.djxml.xml.XmlScan;
import org.tonearm.djxml.xml.XmlText;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** A collection in one XML file. */
final class XmlCollection implements HostCollection, VersionedListing {
  private final Path file;
  private final FileStamp stamp;
  private final Supplier<CollectionReader> readers;
  private final String importHint;
  private final Charset charset;
  private final CollectionContent content;
  private final List<HostEntry> entries;

  private XmlCollection(
      Path file,
      FileStamp stamp,
      Supplier<CollectionReader> readers,
      String importHint,
      Charset charset,
      CollectionContent content) {
    this.file = file;
    this.stamp = stamp;
    this.readers = readers;
    this.importHint = importHint;
    this.charset = charset;
    this.content = content;
    this.entries = entries(content.entries());
  }

  /**
   * Reads a file as a whole.
   *
   * @param readers a new one each time
   */
  static XmlCollection read(Path file, Supplier<CollectionReader> readers, String importHint)
      throws HostException {
    FileStamp stamp = FileStamp.of(file);
    CollectionReader reader = readers.get();
    try {
      Charset charset = XmlScan.scan(file, reader);
      return new XmlCollection(file, stamp, readers, importHint, charset, reader.content());
    } catch (HostException e) {
      // A reader does not know which file it reads.
      throw e.code().equals("other-library")
          ? new HostException(e.code(), file + ": " + e.getMessage(), e.remedy(), e)
          : e;
    }
  }

  /**
   * Whether this is what a file holds now.
   *
   * @throws HostException if it can't be looked at
   */
  boolean isStill(Path place) throws HostException {
    return place.equals(file) && stamp.equals(FileStamp.of(place));
  }

  @Override
  public String version() {
    return content.version();
  }

  @Override
  public List<HostEntry> entries() {
    return entries;
  }

  @Override
  public List<HostPlaylist> playlists() {
    return content.playlists();
  }

  @Override
  public String importHint() {
    return importHint;
  }

  @Override
  public void export(Path target, Map<Integer, Map<TagField, String>> changes)
      throws HostException {
    List<Splice> splices = new ArrayList<>();
    List<HostEntry> expected = new ArrayList<>(entries);
    for (Map.Entry<Integer, Map<TagField, String>> change : changes.entrySet()) {
      int number = change.getKey();
      if (number < 0 || number >= entries.size()) {
        throw new IllegalArgumentException("no entry " + number);
      }
      expected.set(number, changed(entries.get(number), change.getValue()));
      splices.addAll(splices(content.entries().get(number), change.getValue()));
    }
    new NewFile(target).write(file, stamp, splices, charset, written -> check(written, expected));
  }

  /** Looks whether a written file says what it should, and nothing else. */
  private void check(Path written, List<HostEntry> expected) throws HostException {
    XmlCollection again = read(written, readers, importHint);
    if (!said(again.entries).equals(said(expected)) || !again.playlists().equals(playlists())) {
      throw new HostException(
          "target-io",
          written + ": what was written reads otherwise than it should, so it was thrown away.",
          "Please report it.");
    }
  }

  /** What a file says of its tracks. Where they are found changes with the drives, not with it. */
  private static List<HostEntry> said(List<HostEntry> entries) {
    return entries.stream()
        .map(e -> new HostEntry(e.number(), e.location(), Optional.empty(), e.values()))
        .toList();
  }

  private List<Splice> splices(ReadEntry entry, Map<TagField, String> values) {
    List<Splice> splices = new ArrayList<>();
    Map<NewElement, List<Splice>> attributes = new LinkedHashMap<>();
    // In one order always: two values may be put in at one place.
    new EnumMap<>(values)
        .forEach(
            (field, value) -> {
              ValuePlace place = entry.places().get(field);
              if (!place.value().equals(value)) {
                place
                    .element()
                    .map(element -> attributes.computeIfAbsent(element, e -> new ArrayList<>()))
                    .orElse(splices)
                    .add(place.with(value, charset));
              }
            });
    List<Splice> all = new ArrayList<>();
    attributes.forEach((element, inside) -> all.addAll(element.with(inside)));
    all.addAll(splices);
    return all;
  }

  private static HostEntry changed(HostEntry entry, Map<TagField, String> values) {
    if (!entry.values().keySet().containsAll(values.keySet())) {
      throw new IllegalArgumentException(
          "entry " + entry.number() + " has no place for all of " + values.keySet());
    }
    Map<TagField, String> all = new EnumMap<>(TagField.class);
    all.putAll(entry.values());
    values.forEach((field, value) -> all.put(field, XmlText.storable(value)));
    return new HostEntry(entry.number(), entry.location(), entry.file(), all);
  }

  private static List<HostEntry> entries(List<ReadEntry> read) {
    List<HostEntry> entries = new ArrayList<>(read.size());
    for (ReadEntry entry : read) {
      Map<TagField, String> values = new EnumMap<>(TagField.class);
      entry.places().forEach((field, place) -> values.put(field, place.value()));
      Optional<Path> path = entry.path().flatMap(Locations::path);
      entries.add(new HostEntry(entries.size(), entry.location(), path, values));
    }
    return List.copyOf(entries);
  }
}
