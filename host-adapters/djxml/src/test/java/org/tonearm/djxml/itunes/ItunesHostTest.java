package org.tonearm.djxml.itunes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class ItunesHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
            \t<key>Major Version</key><integer>1</integer>
            \t<key>Application Version</key><string>1.2.5.7</string>
            \t<key>Show Content Ratings</key><true/>
            \t<key>Tracks</key>
            \t<dict>
            \t\t<key>1</key>
            \t\t<dict>
            \t\t\t<key>Track ID</key><integer>1</integer>
            \t\t\t<key>Name</key><string>In the cloud</string>
            \t\t</dict>
            """);
    int id = 1000;
    for (Path file : AudioBelow.of(library)) {
      String url = "file://" + file.toUri().getRawPath();
      xml.append("\t\t<key>" + ++id + "</key>\n\t\t<dict>\n")
          .append("\t\t\t<key>Track ID</key><integer>" + id + "</integer>\n")
          .append("\t\t\t<key>Name</key><string>A &#38; B</string>\n")
          .append(id == 1002 ? "\t\t\t<key>Genre</key><string>R&#38;B</string>\n" : "")
          .append("\t\t\t<key>Compilation</key><true/>\n")
          .append("\t\t\t<key>Location</key><string>" + AudioBelow.xml(url) + "</string>\n")
          .append("\t\t</dict>\n");
    }
    xml.append(
        """
        \t</dict>
        \t<key>Playlists</key>
        \t<array>
        \t\t<dict>
        \t\t\t<key>Master</key><true/>
        \t\t\t<key>Name</key><string>Library</string>
        \t\t</dict>
        \t\t<dict>
        \t\t\t<key>Name</key><string>Clubs</string>
        \t\t\t<key>Playlist Persistent ID</key><string>AA</string>
        \t\t\t<key>Folder</key><true/>
        \t\t</dict>
        \t\t<dict>
        \t\t\t<key>Name</key><string>Friday</string>
        \t\t\t<key>Playlist Persistent ID</key><string>BB</string>
        \t\t\t<key>Parent Persistent ID</key><string>AA</string>
        \t\t\t<key>Smart Info</key>
        \t\t\t<data>
        \t\t\tAQEAAwAAAAIAAAAZAAAAAAAAAAc=
        \t\t\t</data>
        \t\t\t<key>Playlist Items</key>
        \t\t\t<array>
        \t\t\t\t<dict>
        \t\t\t\t\t<key>Track ID</key><integer>1003</integer>
        \t\t\t\t</dict>
        \t\t\t\t<dict>
        \t\t\t\t\t<key>Track ID</key><integer>1001</integer>
        \t\t\t\t</dict>
        \t\t\t</array>
        \t\t</dict>
        \t</array>
        </dict>
        </plist>
        """);
    Path file = Files.createDirectories(elsewhere.resolve("home/Music")).resolve("Library.xml");
    if (!Files.exists(file) || !Files.readString(file).contentEquals(xml)) {
      Files.writeString(file, xml);
    }
    return new ItunesHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  @Test
  void readsPlaylistsInFolders() throws IOException, HostException {
    assertThat(adapterFor(folder).collection().orElseThrow().playlists())
        .containsExactly(new HostPlaylist(List.of("Clubs"), "Friday", List.of(2, 0)));
    assertThat(adapterFor(folder).library().version()).isEqualTo("1.2.5.7");
  }

  @Test
  void replacesAndAddsKeys() throws IOException, HostException {
    HostCollection collection = adapterFor(folder).collection().orElseThrow();
    assertThat(collection.entries().get(1).values()).containsEntry(TagField.GENRE, "R&B");
    String before = Files.readString(adapterFor(folder).library().place().orElseThrow());
    Path target = elsewhere.resolve("new.xml");
    collection.export(target, Map.of(1, Map.of(TagField.GENRE, "Soul", TagField.MOOD, "Calm")));
    int end = before.indexOf("\t\t</dict>", before.indexOf("<integer>1002<"));
    String after =
        before.substring(0, end)
            + "\t\t\t<key>Grouping</key><string>Calm</string>\n"
            + before.substring(end);
    assertThat(Files.readString(target)).isEqualTo(after.replace("R&#38;B", "Soul"));
  }
}
