package org.tonearm.djxml.rekordbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.djxml.collection.CollectionContent;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.ReadEntry;
import org.tonearm.djxml.collection.ValuePlace;
import org.tonearm.djxml.xml.XmlTag;
import org.tonearm.listing.Locations;

/**
 * The XML of rekordbox, after the list of its elements that the maker hands to developers: {@code
 * DJ_PLAYLISTS} with {@code COLLECTION/TRACK} and {@code PLAYLISTS/NODE}.
 */
final class RekordboxReader extends CollectionReader {
  private static final String FOLDER = "0";
  private static final String BY_LOCATION = "1";

  /** A folder or playlist that is open, with the keys of its tracks. */
  private record Node(XmlTag tag, List<String> keys) {
    boolean isFolder() {
      return tag.value("Type").equals(FOLDER);
    }
  }

  private record Listed(List<String> folders, Node node) {}

  private final Locations locations;
  private final List<ReadEntry> entries = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> byLocation = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Listed> playlists = new ArrayList<>();
  private String version = "";

  RekordboxReader(Locations locations) {
    this.locations = locations;
  }

  @Override
  protected String root() {
    return "DJ_PLAYLISTS";
  }

  @Override
  protected void inside(XmlTag tag) {
    switch (tag.name()) {
      case "PRODUCT" -> version = (tag.value("Name") + " " + tag.value("Version")).strip();
      case "NODE" -> open.push(new Node(tag, new ArrayList<>()));
      case "TRACK" -> {
        if (!open.isEmpty()) {
          open.peek().keys().add(tag.value("Key"));
        } else if (tag.attribute("Location").isPresent()) {
          entry(tag);
        }
      }
      default -> {
        // Cues, beats and what later versions add are left as they are.
      }
    }
  }

  private void entry(XmlTag tag) {
    String location = tag.value("Location");
    byId.putIfAbsent(tag.value("TrackID"), entries.size());
    byLocation.putIfAbsent(location, entries.size());
    entries.add(
        new ReadEntry(
            location,
            locations.ofUrl(location),
            Map.of(
                TagField.GENRE, ValuePlace.ofAttribute(tag, "Genre"),
                TagField.MOOD, ValuePlace.ofAttribute(tag, "Grouping"),
                TagField.COMMENT, ValuePlace.ofAttribute(tag, "Comments"))));
  }

  @Override
  public void end(XmlTag tag, long start) {
    if (tag.name().equals("NODE")) {
      Node node = open.pop();
      if (!node.isFolder()) {
        playlists.add(new Listed(folders(), node));
      }
    }
  }

  /** Names of the open folders, without the root. */
  private List<String> folders() {
    List<String> names = new ArrayList<>();
    for (Iterator<Node> node = open.descendingIterator(); node.hasNext(); ) {
      names.add(node.next().tag().value("Name"));
    }
    return names.isEmpty() ? names : names.subList(1, names.size());
  }

  @Override
  protected CollectionContent content() {
    List<HostPlaylist> found = new ArrayList<>();
    for (Listed listed : playlists) {
      XmlTag tag = listed.node().tag();
      Map<String, Integer> numbers = tag.value("KeyType").equals(BY_LOCATION) ? byLocation : byId;
      found.add(
          new HostPlaylist(
              listed.folders(),
              tag.value("Name"),
              listed.node().keys().stream().map(numbers::get).filter(Objects::nonNull).toList()));
    }
    return new CollectionContent(version, entries, found);
  }
}
