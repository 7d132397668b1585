package org.tonearm.players.rhythmbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.tag.TagField;
import org.tonearm.listing.LibraryFault;
import org.tonearm.listing.Locations;
import org.tonearm.listing.ReadLibrary;

/**
 * Reads {@code rhythmdb.xml} (an {@code entry} with the type {@code song} for each track) and the
 * static lists of {@code playlists.xml} beside it. Tracks that Rhythmbox itself misses are left
 * out. One reading; confined to a thread.
 */
final class RhythmboxLibrary {
  private static final String DATABASE = "rhythmdb";
  private static final List<String> UNBOUNDED =
      List.of("jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");
  private static final String PLAYLISTS = "rhythmdb-playlists";

  /** Does something with each element of a file. */
  @FunctionalInterface
  private interface Elements {
    void at(XMLStreamReader element) throws XMLStreamException;
  }

  private final Locations locations;
  private final List<HostEntry> entries = new ArrayList<>();
  private final List<HostPlaylist> playlists = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private String version = "";

  RhythmboxLibrary(Locations locations) {
    this.locations = locations;
  }

  ReadLibrary read(Path file) throws HostException {
    scan(
        file,
        DATABASE,
        element -> {
          if (element.getLocalName().equals(DATABASE)) {
            version = String.valueOf(element.getAttributeValue(null, "version"));
          } else if (element.getLocalName().equals("entry")
              && "song".equals(element.getAttributeValue(null, "type"))) {
            song(children(element));
          }
        });
    Path lists = file.resolveSibling("playlists.xml");
    if (Files.isRegularFile(lists)) {
      try {
        lists(lists);
      } catch (HostException e) {
        return new ReadLibrary(version, entries, List.of(), List.of(e));
      }
    }
    return new ReadLibrary(version, entries, playlists);
  }

  private void lists(Path file) throws HostException {
    scan(
        file,
        PLAYLISTS,
        element -> {
          if (element.getLocalName().equals("playlist")
              && "static".equals(element.getAttributeValue(null, "type"))) {
            playlist(element);
          }
        });
  }

  private void song(Map<String, String> values) {
    String location = values.getOrDefault("location", "");
    if (values.getOrDefault("hidden", "0").equals("1") || location.isEmpty()) {
      return;
    }
    numbers.put(location, entries.size());
    entries.add(
        new HostEntry(
            entries.size(),
            location,
            locations.fileOfUrl(location),
            Map.of(
                TagField.GENRE, values.getOrDefault("genre", ""),
                TagField.COMMENT, values.getOrDefault("comment", ""))));
  }

  private void playlist(XMLStreamReader element) throws XMLStreamException {
    String name = String.valueOf(element.getAttributeValue(null, "name"));
    List<Integer> tracks = new ArrayList<>();
    while (element.nextTag() == XMLStreamReader.START_ELEMENT) {
      Integer number = numbers.get(element.getElementText());
      if (number != null) {
        tracks.add(number);
      }
    }
    playlists.add(new HostPlaylist(List.of(), name, tracks));
  }

  /** The texts of the elements in an element. */
  private static Map<String, String> children(XMLStreamReader element) throws XMLStreamException {
    Map<String, String> values = new HashMap<>();
    while (element.nextTag() == XMLStreamReader.START_ELEMENT) {
      String name = element.getLocalName();
      values.put(name, element.getElementText());
    }
    return values;
  }

  private static void scan(Path file, String root, Elements elements) throws HostException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new HostException(
          "other-library", file + ": this is no file.", "Name Rhythmbox's rhythmdb.xml.");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Later Javas count each &amp; too, of which descriptions of podcasts are full; without DTDs no
    // entity makes another.
    UNBOUNDED.forEach(limit -> factory.setProperty(limit, "0"));
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader reader = factory.createXMLStreamReader(in);
      boolean first = true;
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          if (first && !reader.getLocalName().equals(root)) {
            throw new HostException(
                "other-library",
                file
                    + ": its first element is <"
                    + reader.getLocalName()
                    + ">, not <"
                    + root
                    + ">.",
                "Name Rhythmbox's rhythmdb.xml.");
          }
          first = false;
          elements.at(reader);
        }
      }
    } catch (NoSuchFileException e) {
      throw new HostException(
          "library-missing", file + ": no such file.", "Check the spelling.", e);
    } catch (XMLStreamException e) {
      throw new HostException(
          "library-malformed",
          file + ": is broken" + place(e) + ": " + reason(e),
          "Close Rhythmbox and look at the file; take back a copy of yours.",
          e);
    } catch (IOException e) {
      throw LibraryFault.of(file, e);
    }
  }

  /** What is wrong, without the place, which stands in front of it. */
  private static String reason(XMLStreamException fault) {
    String text = String.valueOf(fault.getMessage());
    return text.substring(text.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
  }

  private static String place(XMLStreamException fault) {
    return fault.getLocation() == null ? "" : " in line " + fault.getLocation().getLineNumber();
  }
}
