package org.tonearm.djxml.itunes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.djxml.collection.CollectionContent;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.ReadEntry;
import org.tonearm.djxml.collection.ValuePlace;
import org.tonearm.djxml.xml.XmlTag;
import org.tonearm.listing.Locations;

/**
 * The library of iTunes and Apple Music, a property list: a {@code dict} with {@code Tracks}, a
 * {@code dict} for each, and {@code Playlists}, an {@code array} of them.
 */
final class ItunesReader extends CollectionReader {
  private static final int TOP = 2;
  private static final int ITEM = 3;
  private static final int OF_ITEM = 4;
  private static final int OF_PLAYLIST_ITEM = 6;
  private static final Map<TagField, String> KEYS =
      Map.of(TagField.GENRE, "Genre", TagField.MOOD, "Grouping", TagField.COMMENT, "Comments");

  private final Locations locations;
  private final List<ReadEntry> entries = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final ItunesPlaylists playlists = new ItunesPlaylists();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, ValuePlace> values = new LinkedHashMap<>();
  private final Set<String> strings = new HashSet<>();
  private List<String> ids = new ArrayList<>();
  private String version = "";
  private String section = "";
  private String key = "";

  ItunesReader(Locations locations) {
    this.locations = locations;
  }

  @Override
  protected String root() {
    return "plist";
  }

  @Override
  protected void inside(XmlTag tag) {
    text.setLength(0);
    if (tag.depth() == TOP && !tag.name().equals("key")) {
      section = key;
    }
  }

  @Override
  public void text(String part) {
    text.append(part);
  }

  @Override
  public void end(XmlTag tag, long start) {
    String value = text.toString();
    text.setLength(0);
    if (tag.name().equals("key")) {
      key = value;
    } else if (tag.depth() == TOP && section.equals("Application Version")) {
      version = value;
    } else if (tag.depth() == OF_ITEM) {
      boolean flag = tag.name().equals("true") || tag.name().equals("false");
      values.putIfAbsent(key, ValuePlace.ofText(tag, start, flag ? tag.name() : value));
      if (tag.name().equals("string")) {
        strings.add(key);
      }
    } else if (tag.depth() == OF_PLAYLIST_ITEM && key.equals("Track ID")) {
      ids.add(value);
    } else if (tag.depth() == ITEM && tag.name().equals("dict")) {
      if (section.equals("Tracks")) {
        entry(start);
      } else if (section.equals("Playlists")) {
        playlists.add(plain(values), ids);
      }
      values.clear();
      strings.clear();
      ids = new ArrayList<>();
    }
  }

  private void entry(long end) {
    String location = value("Location");
    if (location.isEmpty()) {
      return; // A track of the shop or the cloud: there is no file.
    }
    byId.putIfAbsent(value("Track ID"), entries.size());
    Map<TagField, ValuePlace> places = new EnumMap<>(TagField.class);
    KEYS.forEach((field, name) -> places.put(field, place(name, end)));
    places.values().removeIf(Objects::isNull);
    entries.add(new ReadEntry(location, locations.ofUrl(location), places));
  }

  private ValuePlace place(String name, long end) {
    ValuePlace there = values.get(name);
    if (there != null) {
      return strings.contains(name) ? there : null;
    }
    return new ValuePlace(end, end, "", "\t<key>" + name + "</key><string>", "</string>\n\t\t");
  }

  private String value(String name) {
    ValuePlace place = values.get(name);
    return place == null ? "" : place.value();
  }

  private static Map<String, String> plain(Map<String, ValuePlace> values) {
    Map<String, String> plain = new HashMap<>();
    values.forEach((name, place) -> plain.put(name, place.value()));
    return plain;
  }

  @Override
  protected CollectionContent content() {
    List<HostPlaylist> found = playlists.found(byId);
    return new CollectionContent(version, entries, found);
  }
}
