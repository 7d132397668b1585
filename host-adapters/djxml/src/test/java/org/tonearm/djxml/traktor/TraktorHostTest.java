package org.tonearm.djxml.traktor;

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

final class TraktorHostTest extends HostAdapterCompatibilityKit {
  private static final String VOLUME = "Macintosh HD";

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    StringBuilder nml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
            <NML VERSION="19"><HEAD COMPANY="www.native-instruments.com" PROGRAM="Traktor"></HEAD>
            <MUSICFOLDERS></MUSICFOLDERS>
            <COLLECTION ENTRIES="3">
            """);
    StringBuilder keys = new StringBuilder();
    for (Path file : AudioBelow.of(library)) {
      String folders = "/:" + String.join("/:", names(file.getParent())) + "/:";
      nml.append("<ENTRY MODIFIED_DATE=\"2024/3/1\" TITLE=\"T\" ARTIST=\"A &amp; B\">")
          .append("<LOCATION DIR=\"" + AudioBelow.xml(folders) + "\" FILE=\"")
          .append(AudioBelow.xml(file.getFileName().toString()))
          .append("\" VOLUME=\"" + VOLUME + "\" VOLUMEID=\"" + VOLUME + "\"></LOCATION>\n")
          .append("<INFO BITRATE=\"320000\" GENRE=\"Techno\" PLAYTIME=\"300\"></INFO>\n")
          .append("<CUE_V2 NAME=\"n.n.\" TYPE=\"0\" START=\"1.5\" HOTCUE=\"0\"></CUE_V2>\n")
          .append("</ENTRY>\n");
      keys.append("<ENTRY><PRIMARYKEY TYPE=\"TRACK\" KEY=\"")
          .append(AudioBelow.xml(VOLUME + folders + file.getFileName()))
          .append("\"></PRIMARYKEY></ENTRY>");
    }
    nml.append(
            "</COLLECTION>\n<PLAYLISTS><NODE TYPE=\"FOLDER\" NAME=\"$ROOT\"><SUBNODES COUNT=\"1\">")
        .append(
            "<NODE TYPE=\"PLAYLIST\" NAME=\"Peak &lt;1&gt;\"><PLAYLIST ENTRIES=\"3\" TYPE=\"LIST\">")
        .append(keys)
        .append("</PLAYLIST></NODE></SUBNODES></NODE></PLAYLISTS>\n</NML>\n");
    Path documents = elsewhere.resolve("home/Documents/Native Instruments");
    for (String version : List.of("Traktor 3.9.0", "Traktor 3.10.1")) {
      Path file = Files.createDirectories(documents.resolve(version)).resolve("collection.nml");
      String text = version.endsWith("3.9.0") ? "<NML VERSION=\"18\"></NML>" : nml.toString();
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
    }
    return new TraktorHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  @Test
  void takesTheCollectionOfTheHighestVersion() throws IOException {
    assertThat(adapterFor(folder).library().place().orElseThrow().toString())
        .contains("Traktor 3.10.1");
    assertThat(adapterFor(folder).library().version()).isEqualTo("NML 19");
  }

  @Test
  void readsPlaylistsByTheirKeys() throws IOException, HostException {
    assertThat(adapterFor(folder).collection().orElseThrow().playlists())
        .containsExactly(new HostPlaylist(List.of(), "Peak <1>", List.of(0, 1, 2)));
  }

  @Test
  void putsTheMoodIntoTheComment() throws IOException, HostException {
    Path target = elsewhere.resolve("new.nml");
    String before = Files.readString(adapterFor(folder).library().place().orElseThrow());
    adapterFor(folder)
        .collection()
        .orElseThrow()
        .export(target, Map.of(0, Map.of(TagField.COMMENT, "[Tonearm: Techno, Happy]")));
    assertThat(Files.readString(target))
        .isEqualTo(
            before.replaceFirst(
                "PLAYTIME=\"300\"", "PLAYTIME=\"300\" COMMENT=\"[Tonearm: Techno, Happy]\""));
  }

  @Test
  void passesOverTracksOfServices() throws IOException, HostException {
    Path file =
        Files.writeString(
            elsewhere.resolve("net.nml"),
            "<NML VERSION=\"19\"><COLLECTION><ENTRY>"
                + "<LOCATION DIR=\"\" FILE=\"10240410\" VOLUME=\"beatport\"></LOCATION><INFO/></ENTRY>"
                + "<ENTRY><LOCATION DIR=\"/:\" FILE=\"a.mp3\" VOLUME=\"\"></LOCATION></ENTRY>"
                + "</COLLECTION><PLAYLISTS><NODE TYPE=\"PLAYLIST\" NAME=\"Both\">"
                + "<PRIMARYKEY KEY=\"beatport10240410\"/><PRIMARYKEY KEY=\"/:a.mp3\"/></NODE>"
                + "</PLAYLISTS></NML>");
    HostCollection collection = adapterFor(folder).at(file).collection().orElseThrow();
    assertThat(collection.entries()).singleElement().matches(e -> e.location().equals("/:a.mp3"));
    assertThat(collection.playlists()).first().matches(p -> p.entries().equals(List.of(0)));
  }

  private static List<String> names(Path path) {
    return java.util.stream.IntStream.range(0, path.getNameCount())
        .mapToObj(i -> path.getName(i).toString())
        .toList();
  }
}
