package org.tonearm.djxml.rekordbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class RekordboxHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>

            <DJ_PLAYLISTS Version="1.0.0">
              <PRODUCT Name="rekordbox" Version="6.7.4" Company="AlphaTheta"/>
              <COLLECTION Entries="3">
            """);
    int id = 100;
    for (Path file : AudioBelow.of(library)) {
      String url = "file://localhost" + file.toUri().getRawPath();
      xml.append("    <TRACK TrackID=\"" + ++id + "\" Name=\"A &amp; B\" Location=\"")
          .append(AudioBelow.xml(url))
          .append(id == 102 ? "\" Genre='House &#38; \"Deep\"' Comments=\"\"" : "\"")
          .append(" Rating=\"153\">\n")
          .append("      <TEMPO Inizio=\"0.025\" Bpm=\"124.00\" Metro=\"4/4\" Battito=\"1\"/>\n")
          .append("      <POSITION_MARK Name=\"\" Type=\"0\" Start=\"12.4\" Num=\"-1\"/>\n")
          .append("    </TRACK>\n");
    }
    xml.append(
        """
          </COLLECTION>
          <PLAYLISTS>
            <NODE Type="0" Name="ROOT" Count="1">
              <NODE Name="Clubs" Type="0" Count="1">
                <NODE Name="Friday" Type="1" KeyType="0" Entries="2">
                  <TRACK Key="102"/>
                  <TRACK Key="101"/>
                  <TRACK Key="999"/>
                </NODE>
              </NODE>
            </NODE>
          </PLAYLISTS>
        </DJ_PLAYLISTS>
        """);
    Path file =
        Files.createDirectories(elsewhere.resolve("home/Documents")).resolve("rekordbox.xml");
    if (!Files.exists(file) || !Files.readString(file).contentEquals(xml)) {
      Files.writeString(file, xml);
    }
    return new RekordboxHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  @Test
  void readsPlaylistsInFolders() throws IOException, HostException {
    assertThat(collectionOf(folder).playlists())
        .containsExactly(new HostPlaylist(List.of("Clubs"), "Friday", List.of(1, 0)));
    assertThat(adapterFor(folder).library().version()).isEqualTo("rekordbox 6.7.4");
  }

  @Test
  void readsWhatTheCollectionHolds() throws IOException, HostException {
    assertThat(collectionOf(folder).entries().get(1).values())
        .isEqualTo(
            Map.of(TagField.GENRE, "House & \"Deep\"", TagField.MOOD, "", TagField.COMMENT, ""));
  }

  @Test
  void changesTheBytesOfAnAttributeAndNoOthers() throws IOException, HostException {
    HostCollection collection = collectionOf(folder);
    String before = Files.readString(adapterFor(folder).library().place().orElseThrow());
    Path target = elsewhere.resolve("new.xml");
    collection.export(target, Map.of(1, Map.of(TagField.GENRE, "R&B", TagField.MOOD, "Happy")));
    String after =
        before
            .replace("'House &#38; \"Deep\"'", "'R&amp;B'")
            .replace("Rating=\"153\">", "Rating=\"153\"@>");
    int second = after.indexOf('@', after.indexOf('@') + 1);
    after =
        after.substring(0, second).replace("@", "")
            + " Grouping=\"Happy\""
            + after.substring(second + 1).replace("@", "");
    assertThat(Files.readString(target)).isEqualTo(after);
  }

  @Test
  void keepsTheEncodingOfTheFile() throws IOException, HostException {
    String xml =
        "<?xml version='1.0' encoding='ISO-8859-1'?>\r\n<DJ_PLAYLISTS>\r\n<COLLECTION>"
            + "<TRACK Name='caf\u00e9' Location='file://localhost/a.mp3'/></COLLECTION>"
            + "<!-- \u00fc --></DJ_PLAYLISTS>";
    Path file = elsewhere.resolve("latin.xml");
    Files.write(file, xml.getBytes(StandardCharsets.ISO_8859_1));
    Path target = elsewhere.resolve("new.xml");
    HostCollection collection = adapterFor(folder).at(file).collection().orElseThrow();
    collection.export(target, Map.of(0, Map.of(TagField.GENRE, "Forr\u00f3 \u2013 1")));
    assertThat(new String(Files.readAllBytes(target), StandardCharsets.ISO_8859_1))
        .isEqualTo(xml.replace("a.mp3'", "a.mp3' Genre=\"Forr\u00f3 &#8211; 1\""));
  }

  @Test
  void refusesAnotherProgramsFileAndNamesIt() throws IOException {
    Path file = Files.writeString(elsewhere.resolve("other.xml"), "<NML VERSION='19'></NML>");
    HostAdapter adapter = adapterFor(folder);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> adapter.at(file).collection())
        .withMessageContainingAll("other.xml", "<NML>", "<DJ_PLAYLISTS>")
        .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"));
  }

  @Test
  void refusesToExportWhatWasChangedMeanwhile() throws IOException, HostException {
    HostCollection collection = collectionOf(folder);
    Path place = adapterFor(folder).library().place().orElseThrow();
    Files.writeString(place, Files.readString(place) + "\n");
    Path target = elsewhere.resolve("new.xml");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> collection.export(target, Map.of()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("library-changed"));
    assertThat(elsewhere).isDirectoryNotContaining("glob:**.tonearm-*");
    assertThat(target).doesNotExist();
  }

  @Test
  void readsTheFileAnewOnlyWhereItChanged() throws IOException, HostException {
    HostAdapter adapter = adapterFor(folder);
    HostCollection collection = adapter.collection().orElseThrow();
    assertThat(adapter.collection()).containsSame(collection);
    assertThat(adapter.listing().orElseThrow()).isSameAs(collection);
    Path place = adapter.library().place().orElseThrow();
    Files.writeString(place, Files.readString(place).replace("<TRACK Key=\"999\"/>", ""));
    assertThat(adapter.collection().orElseThrow()).isNotSameAs(collection);
    Files.delete(place);
    assertThat(adapter.library().support()).isEqualTo(HostLibrary.Support.NOT_FOUND);
  }

  @Test
  void saysThatItRunsAndThatFilesAreMissing() throws IOException {
    adapterFor(folder);
    HostAdapter running =
        new RekordboxHost(
            AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home"), "rekordbox"),
            Optional.empty());
    assertThat(running.hazards())
        .singleElement()
        .satisfies(h -> assertThat(h.code()).isEqualTo("host-running"));
    Files.delete(folder.resolve("first.mp3"));
    HostAdapter quiet = adapterForLast();
    assertThat(quiet.hazards())
        .singleElement()
        .satisfies(h -> assertThat(h.message()).endsWith(": 1."));
  }

  @Test
  void passesOverStreamsWithoutAWord() throws IOException, HostException {
    Path file =
        Files.writeString(
            elsewhere.resolve("streams.xml"),
            "<DJ_PLAYLISTS><COLLECTION>"
                + "<TRACK Location='file://localhosttidal:tracks:145320494'/>"
                + "<TRACK Location='file://localhost/v4/catalog/tracks/456'/>"
                + "</COLLECTION></DJ_PLAYLISTS>");
    HostAdapter adapter = adapterFor(folder).at(file);
    List<TrackRequest.Problem> problems = new ArrayList<>();
    TrackRequest all = new TrackRequest(List.of(), List.of(), List.of(), problems::add);
    assertThat(adapter.tracks(all)).isEmpty();
    assertThat(problems).isEmpty();
    assertThat(adapter.hazards()).isEmpty();
  }

  @Test
  void tellsHowToGetACollectionWhereThereIsNone() {
    HostLibrary library =
        new RekordboxHost(AudioBelow.machine(HostSystem.MACOS, elsewhere), Optional.empty())
            .library();
    assertThat(library.support()).isEqualTo(HostLibrary.Support.NOT_FOUND);
    assertThat(library.reason()).contains("Export Collection");
  }

  private HostAdapter adapterForLast() {
    return new RekordboxHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  private HostCollection collectionOf(Path library) throws IOException, HostException {
    return adapterFor(library).collection().orElseThrow();
  }
}
