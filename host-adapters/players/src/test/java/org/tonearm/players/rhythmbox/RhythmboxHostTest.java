package org.tonearm.players.rhythmbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostListing;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class RhythmboxHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" standalone=\"yes\"?>\n<rhythmdb version=\"2.0\">\n"
                + "  <entry type=\"iradio\"><location>http://radio/</location></entry>\n");
    for (Path file : AudioBelow.of(library)) {
      xml.append(song(file.toUri().getRawPath(), "<comment>mine &amp; yours</comment>"));
    }
    xml.append(song("/gone.mp3", "<hidden>1</hidden>")).append("</rhythmdb>\n");
    Files.createDirectories(database().getParent());
    Files.writeString(database(), xml);
    return host();
  }

  private static String song(String path, String more) {
    return "  <entry type=\"song\">\n    <title>T</title>\n    <genre>Polka</genre>\n    "
        + more
        + "\n    <location>file://"
        + path
        + "</location>\n    <keyword>k</keyword>\n  </entry>\n";
  }

  private HostAdapter host() {
    return new RhythmboxHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  private Path database() {
    return elsewhere.resolve("home/.local/share/rhythmbox/rhythmdb.xml");
  }

  @Test
  void readsALibraryFullOfPodcasts() throws IOException, HostException {
    Files.createDirectories(database().getParent());
    String podcast =
        "  <entry type=\"podcast-post\"><description>"
            + "&lt;p&gt;".repeat(200)
            + "</description></entry>\n";
    Files.writeString(
        database(),
        "<?xml version=\"1.0\" standalone=\"yes\"?>\n<rhythmdb version=\"2.0\">\n"
            + podcast.repeat(1000)
            + song("/a.mp3", "")
            + "</rhythmdb>\n");
    // Java 24 has so low a limit by itself.
    System.setProperty("jdk.xml.totalEntitySizeLimit", "100000");
    try {
      assertThat(host().listing().orElseThrow().entries()).hasSize(1);
    } finally {
      System.clearProperty("jdk.xml.totalEntitySizeLimit");
    }
  }

  @Test
  void readsSongsAndPlaylists() throws IOException, HostException {
    adapterFor(folder);
    String second = AudioBelow.of(folder).get(1).toUri().getRawPath();
    Files.writeString(
        database().resolveSibling("playlists.xml"),
        "<rhythmdb-playlists><playlist name=\"Friday\" type=\"static\"><location>file://"
            + second
            + "</location><location>file:///other.mp3</location></playlist>"
            + "<playlist name=\"Best\" type=\"automatic\"><conjunction/></playlist>"
            + "</rhythmdb-playlists>");
    HostListing listing = host().listing().orElseThrow();
    assertThat(listing.entries()).hasSize(3);
    assertThat(listing.entries().get(0).values())
        .containsEntry(TagField.GENRE, "Polka")
        .containsEntry(TagField.COMMENT, "mine & yours");
    assertThat(listing.playlists())
        .containsExactly(new HostPlaylist(List.of(), "Friday", List.of(1)));
    assertThat(host().library().version()).isEqualTo("2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "<html/>, other-library",
    "<rhythmdb><entry, library-malformed",
    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rhythmdb>&x;</rhythmdb>, library-malformed"
  })
  void refusesWhatItDoesNotKnow(String xml, String code) throws IOException {
    adapterFor(folder);
    Files.writeString(database(), xml);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .withMessageContaining("rhythmdb.xml");
  }

  @Test
  void refusesAFolder() throws IOException {
    adapterFor(folder);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().at(database().getParent()).listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"))
        .satisfies(e -> assertThat(e.remedy()).contains("rhythmdb.xml"))
        .withMessageContaining("rhythmbox");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html/>", "<rhythmdb-playlists><playlist type=\"static\" name=\"A\"/><play"})
  void passesOverBrokenPlaylists(String xml) throws IOException, HostException {
    adapterFor(folder);
    Files.writeString(database().resolveSibling("playlists.xml"), xml);
    assertThat(host().listing().orElseThrow().entries()).hasSize(3);
    assertThat(host().listing().orElseThrow().playlists()).isEmpty();
    assertThat(host().library().supported()).isTrue();
    assertThat(host().library().reason()).contains("one broken file");
    assertThat(host().hazards()).anyMatch(hazard -> hazard.message().contains("playlists.xml"));
  }
}
