package org.tonearm.spark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;

/** Folders cut into places, and what is listed from them. */
final class FrontierTest {
  private final AudioStores stores =
      new AudioStores(Map.of(FlakyFiles.SETTING, FlakyFiles.class.getName()));

  @TempDir private Path folder;
  private Path archive;

  @BeforeEach
  void folders() throws Exception {
    archive = Files.createDirectories(folder.resolve("archive"));
  }

  @Test
  void aListingThatFailsOnceCostsNoSubfolder() throws Exception {
    song("rock/one/a.mp3");
    song("jazz/two/b.mp3");
    FlakyFiles.failOnce("jazz");
    List<Place> places = new Frontier(stores, 32).of(List.of(FlakyFiles.uri(archive)));
    assertThat(names(places)).containsExactlyInAnyOrder("a.mp3", "b.mp3");
  }

  @Test
  void aFolderThatStaysClosedIsTold() throws Exception {
    song("rock/one/a.mp3");
    FlakyFiles.failOnce("archive");
    List<Place> places = new Frontier(stores, 32).of(List.of(FlakyFiles.uri(archive)));
    FlakyFiles.failOnce("archive");
    assertThat(rows(places)).hasSize(1);
    FlakyFiles.failOnce("archive");
    assertThat(rows(places).get(0).getString(6)).contains("503 Slow Down");
  }

  @Test
  void ofAWideFolderTheDriverKeepsNoNames() throws Exception {
    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < 200; i++) {
      song("album " + i + "/song" + i + ".mp3");
      expected.add("song" + i + ".mp3");
    }
    song("single.mp3");
    expected.add("single.mp3");
    List<Place> places = new Frontier(stores, 16).of(List.of(AudioUri.of(archive)));
    assertThat(places).hasSize(2).allMatch(place -> place.uri().equals(AudioUri.of(archive)));
    assertThat(names(places)).hasSize(201).containsExactlyInAnyOrderElementsOf(expected);

    List<Place> some = new Frontier(stores, 64).of(List.of(AudioUri.of(archive)));
    assertThat(some).hasSize(201);
    assertThat(names(some)).hasSize(201).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aLinkToAFolderIsTold() throws Exception {
    song("a.mp3");
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(archive.resolve("more"), elsewhere);
    Files.createSymbolicLink(archive.resolve("notes"), folder.resolve("nowhere"));
    List<Row> rows = rows(new Frontier(stores, 16).of(List.of(AudioUri.of(archive))));
    assertThat(rows).hasSize(2);
    assertThat(rows)
        .filteredOn(row -> row.getString(6) != null)
        .singleElement()
        .extracting(row -> row.getString(6))
        .asString()
        .contains("/more")
        .contains("symbolic link to a folder");
  }

  private void song(String name) throws Exception {
    Path file = archive.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "sound");
  }

  private List<Row> rows(List<Place> places) {
    List<Row> rows = new ArrayList<>();
    new Listing(stores, Excerpts.WHOLE, places.iterator()).forEachRemaining(rows::add);
    return rows;
  }

  private List<String> names(List<Place> places) {
    return rows(places).stream().map(row -> AudioUri.name(row.getString(0))).toList();
  }
}
