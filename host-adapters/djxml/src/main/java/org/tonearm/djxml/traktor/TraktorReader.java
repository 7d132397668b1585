package org.tonearm.djxml.traktor;

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
 * Traktor's NML: {@code COLLECTION/ENTRY} with {@code LOCATION} and {@code INFO}, and {@code
 * PLAYLISTS} with {@code NODE} and {@code PRIMARYKEY}. An entry has no grouping; its comment has
 * the mood.
 */
final class TraktorReader extends CollectionReader {
  private static final String ROOT_FOLDER = "$ROOT";

  /** A folder or playlist that is open, with the keys of its tracks. */
  private record Node(XmlTag tag, List<String> keys) {}

  private record Listed(List<String> folders, Node node) {}

  private final Locations locations;
  private final List<ReadEntry> entries = new ArrayList<>();
  private final Map<String, Integer> byKey = new HashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final List<Listed> playlists = new ArrayList<>();
  private String version = "";
  private boolean inCollection;
  private XmlTag location;
  private XmlTag info;

  TraktorReader(Locations locations) {
    this.locations = locations;
  }

  @Override
  protected String root() {
    return "NML";
  }

  @Override
  protected void atRoot(XmlTag tag) {
    version = "NML " + tag.value("VERSION");
  }

  @Override
  protected void inside(XmlTag tag) {
    switch (tag.name()) {
      case "COLLECTION" -> inCollection = true;
      case "ENTRY" -> {
        location = null;
        info = null;
      }
      case "LOCATION" -> location = location == null ? tag : location;
      case "INFO" -> info = info == null ? tag : info;
      case "NODE" -> open.push(new Node(tag, new ArrayList<>()));
      case "PRIMARYKEY" -> {
        if (!open.isEmpty()) {
          open.peek().keys().add(tag.value("KEY"));
        }
      }
      default -> {
        // Cues, loudness and what later versions add are left as they are.
      }
    }
  }

  @Override
  public void end(XmlTag tag, long start) {
    switch (tag.name()) {
      case "COLLECTION" -> inCollection = false;
      case "ENTRY" -> {
        if (inCollection && location != null) {
          entry();
        }
      }
      case "NODE" -> {
        Node node = open.pop();
        if (node.tag().value("TYPE").equals("PLAYLIST")) {
          playlists.add(new Listed(folders(), node));
        }
      }
      default -> {
        // Nothing is kept of it.
      }
    }
  }

  private void entry() {
    String volume = location.value("VOLUME");
    String folder = location.value("DIR");
    String file = location.value("FILE");
    if (!folder.startsWith("/:")) {
      return; // A track of a service: there is no file.
    }
    String key = volume + folder + file;
    byKey.putIfAbsent(key, entries.size());
    entries.add(
        new ReadEntry(
            key,
            locations.ofVolume(volume, folder, file),
            info == null
                ? Map.of()
                : Map.of(
                    TagField.GENRE, ValuePlace.ofAttribute(info, "GENRE"),
                    TagField.COMMENT, ValuePlace.ofAttribute(info, "COMMENT"))));
  }

  private List<String> folders() {
    List<String> names = new ArrayList<>();
    for (Iterator<Node> node = open.descendingIterator(); node.hasNext(); ) {
      names.add(node.next().tag().value("NAME"));
    }
    names.remove(ROOT_FOLDER);
    return names;
  }

  @Override
  protected CollectionContent content() {
    List<HostPlaylist> found = new ArrayList<>();
    for (Listed listed : playlists) {
      found.add(
          new HostPlaylist(
              listed.folders(),
              listed.node().tag().value("NAME"),
              listed.node().keys().stream().map(byKey::get).filter(Objects::nonNull).toList()));
    }
    return new CollectionContent(version, entries, found);
  }
}
