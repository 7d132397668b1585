package org.tonearm.djxml.virtualdj;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class VirtualDjHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<VirtualDJ_Database Version=\"2024\">\r\n");
    for (Path file : AudioBelow.of(library)) {
      xml.append(" <Song FilePath=\"" + AudioBelow.xml(file.toString()) + "\" FileSize=\"9\">\r\n")
          .append("  <Tags Author=\"A\" Title=\"T\" Genre=\"\" Flag=\"1\" />\r\n")
          .append("  <Infos SongLength=\"200.1\" LastModified=\"1\" Bitrate=\"320\" />\r\n")
          .append(file.endsWith("first.mp3") ? "  <Comment>a &lt; b</Comment>\r\n" : "")
          .append("  <Scan Version=\"801\" Bpm=\"0.468750\" Flag=\"32768\" />\r\n")
          .append("  <Poi Pos=\"0.1\" Type=\"beatgrid\" />\r\n")
          .append(" </Song>\r\n");
    }
    xml.append("</VirtualDJ_Database>\r\n");
    Path file =
        Files.createDirectories(elsewhere.resolve("home/Documents/VirtualDJ"))
            .resolve("database.xml");
    if (!Files.exists(file) || !Files.readString(file).contentEquals(xml)) {
      Files.writeString(file, xml);
    }
    return new VirtualDjHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  @Test
  void readsAndWritesCommentsThatAreThereOrNot() throws IOException, HostException {
    HostCollection collection = adapterFor(folder).collection().orElseThrow();
    String before = Files.readString(adapterFor(folder).library().place().orElseThrow());
    int first = 1;
    assertThat(collection.entries().get(first).values()).containsEntry(TagField.COMMENT, "a < b");
    Path target = elsewhere.resolve("new.xml");
    collection.export(
        target,
        Map.of(
            first,
            Map.of(TagField.COMMENT, "a < b [x]"),
            2,
            Map.of(TagField.COMMENT, "new", TagField.MOOD, "Sad")));
    String after = before.replace("a &lt; b", "a &lt; b [x]");
    int last = after.lastIndexOf("Flag=\"1\"") + 8;
    after = after.substring(0, last) + " Grouping=\"Sad\"" + after.substring(last);
    int end = after.lastIndexOf("</Song>");
    after = after.substring(0, end) + "<Comment>new</Comment>" + after.substring(end);
    assertThat(Files.readString(target)).isEqualTo(after);
  }

  /** VirtualDJ writes no tags of a song that it has not read yet. */
  @Test
  void putsTagsIntoASongWithoutThem() throws IOException, HostException {
    Path file =
        Files.writeString(
            elsewhere.resolve("bare.xml"),
            "<VirtualDJ_Database><Song FilePath=\"/1.mp3\"> <Scan/></Song>"
                + "<Song FilePath=\"/2.mp3\"></Song><Song FilePath=\"/3.mp3\" />"
                + "</VirtualDJ_Database>");
    HostCollection collection = adapterFor(folder).at(file).collection().orElseThrow();
    assertThat(collection.entries().get(2).values()).isEmpty();
    Path target = elsewhere.resolve("new.xml");
    collection.export(
        target,
        Map.of(
            0,
            Map.of(TagField.GENRE, "R&B", TagField.MOOD, "Sad"),
            1,
            Map.of(TagField.MOOD, "Calm", TagField.COMMENT, "new")));
    assertThat(Files.readString(target))
        .isEqualTo(
            "<VirtualDJ_Database><Song FilePath=\"/1.mp3\">"
                + "<Tags Genre=\"R&amp;B\" Grouping=\"Sad\" /> <Scan/></Song>"
                + "<Song FilePath=\"/2.mp3\"><Tags Grouping=\"Calm\" /><Comment>new</Comment></Song>"
                + "<Song FilePath=\"/3.mp3\" /></VirtualDJ_Database>");
  }

  @Test
  void passesOverStreams() throws IOException, HostException {
    Path file =
        Files.writeString(
            elsewhere.resolve("net.xml"),
            "<VirtualDJ_Database><Song FilePath=\"netsearch://dz1\"><Tags/></Song>"
                + "</VirtualDJ_Database>");
    HostAdapter adapter = adapterFor(folder).at(file);
    assertThat(adapter.collection().orElseThrow().entries().get(0).file()).isEmpty();
    assertThat(
            adapter.tracks(
                new org.tonearm.api.host.TrackRequest(
                    java.util.List.of(),
                    java.util.List.of(),
                    java.util.List.of(),
                    problem -> {
                      throw new AssertionError(problem);
                    })))
        .isEmpty();
  }
}
