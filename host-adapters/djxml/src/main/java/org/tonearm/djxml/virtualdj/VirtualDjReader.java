package org.tonearm.djxml.virtualdj;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagField;
import org.tonearm.djxml.collection.CollectionContent;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.NewElement;
import org.tonearm.djxml.collection.ReadEntry;
import org.tonearm.djxml.collection.ValuePlace;
import org.tonearm.djxml.xml.XmlTag;
import org.tonearm.listing.Locations;

/**
 * VirtualDJ's database: {@code Song} with {@code Tags}, {@code Comment} and much else. Playlists
 * lie in files of their own.
 */
final class VirtualDjReader extends CollectionReader {
  private static final int SONG = 1;
  private static final int IN_SONG = 2;

  private final Locations locations;
  private final List<ReadEntry> entries = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private String version = "";
  private XmlTag tags;
  private ValuePlace comment;

  VirtualDjReader(Locations locations) {
    this.locations = locations;
  }

  @Override
  protected String root() {
    return "VirtualDJ_Database";
  }

  @Override
  protected void atRoot(XmlTag tag) {
    version = tag.value("Version");
  }

  @Override
  protected void inside(XmlTag tag) {
    text.setLength(0);
    if (tag.depth() == SONG) {
      tags = null;
      comment = null;
    } else if (tag.depth() == IN_SONG && tag.name().equals("Tags") && tags == null) {
      tags = tag;
    }
  }

  @Override
  public void text(String part) {
    text.append(part);
  }

  @Override
  public void end(XmlTag tag, long start) {
    if (tag.depth() == IN_SONG && tag.name().equals("Comment") && comment == null) {
      comment = ValuePlace.ofText(tag, start, text.toString());
    } else if (tag.depth() == SONG && tag.name().equals("Song")) {
      entry(tag, start);
    }
    text.setLength(0);
  }

  private void entry(XmlTag song, long end) {
    Map<TagField, ValuePlace> places = new EnumMap<>(TagField.class);
    if (tags != null) {
      places.put(TagField.GENRE, ValuePlace.ofAttribute(tags, "Genre"));
      places.put(TagField.MOOD, ValuePlace.ofAttribute(tags, "Grouping"));
    } else if (!song.empty()) {
      NewElement missing = new NewElement(song.end(), "Tags");
      places.put(TagField.GENRE, missing.attribute("Genre"));
      places.put(TagField.MOOD, missing.attribute("Grouping"));
    }
    if (comment != null) {
      places.put(TagField.COMMENT, comment);
    } else if (!song.empty()) {
      places.put(TagField.COMMENT, new ValuePlace(end, end, "", "<Comment>", "</Comment>"));
    }
    String path = song.value("FilePath");
    entries.add(new ReadEntry(path, locations.ofNative(path), places));
  }

  @Override
  protected CollectionContent content() {
    return new CollectionContent(version, entries, List.of());
  }
}
