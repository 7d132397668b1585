package org.tonearm.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.library.index.FileStats;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.taxonomy.Taxonomy;

final class LabelChoiceTest {
  @TempDir Path folder;
  private final List<TaggedTrack> tracks = new ArrayList<>();

  @Test
  void spellingsAreOneLabelWrittenAsMostTracksHaveIt() throws Exception {
    add(3, "Hip Hop", "a");
    add(2, "hip-hop", "b");
    add(4, "Peak Time", "c", "d");
    assertThat(choose(2, 100).labels())
        .extracting(LabelChoice.Chosen::name)
        .containsExactly("Hip Hop", "Peak Time");
  }

  @Test
  void rareLabelsAndThoseOfOneArtistAreLeftOutByName() throws Exception {
    add(8, "Jazz", "a", "b");
    add(8, "Polka", "c");
    add(7, "Tango", "d", "e");
    LabelChoice choice = choose(8, 100);
    assertThat(choice.labels()).extracting(LabelChoice.Chosen::name).containsExactly("Jazz");
    assertThat(choice.leftOut())
        .containsExactlyInAnyOrder(
            new LabelChoice.LeftOut("Polka", 8, 1), new LabelChoice.LeftOut("Tango", 7, 2));
    assertThat(choice.nearest()).contains("Polka (8, artists: 1)");
  }

  @Test
  void oneArtistUnderTwoNamesIsNotTwoArtists() throws Exception {
    add(8, "Jazz", "The Band", "Band, The", "Band feat. Guest");
    LabelChoice choice = choose(8, 100);
    assertThat(choice.labels()).isEmpty();
    assertThat(choice.leftOut()).containsExactly(new LabelChoice.LeftOut("Jazz", 8, 1));
  }

  @Test
  void ofManyTracksAllArtistsAreHeardInTurn() throws Exception {
    add(20, "Jazz", "a");
    add(2, "Jazz", "b");
    add(2, "Jazz", "c");
    LabelChoice.Chosen jazz = choose(2, 6).labels().get(0);
    assertThat(jazz.found()).isEqualTo(24);
    assertThat(jazz.members())
        .extracting(LabelChoice.Member::group)
        .containsExactlyInAnyOrder(
            "artist:a", "artist:b", "artist:c", "artist:a", "artist:b", "artist:c");
  }

  @Test
  void theSameAudioCountsOnce() throws Exception {
    add(2, "Jazz", "a", "b");
    TaggedTrack first = tracks.get(0);
    tracks.add(new TaggedTrack(first.track(), first.file(), Optional.of("Rock"), first.artist()));
    assertThat(choose(2, 10).labels()).extracting(LabelChoice.Chosen::name).containsExactly("Jazz");
    assertThat(choose(2, 10).leftOut()).isEmpty();
  }

  @Test
  void withoutArtistsAnAlbumsFolderIsAGroupAndAMixedFolderIsNone() throws Exception {
    add(3, "Jazz", "one/", "two/");
    add(1, "Jazz", "mixed/");
    add(1, "Rock", "mixed/");
    Groups groups = new Groups(tracks);
    assertThat(groups.of(tracks.get(0))).startsWith("album:").endsWith("one");
    assertThat(groups.of(tracks.get(0))).isEqualTo(groups.of(tracks.get(2)));
    assertThat(groups.of(tracks.get(3))).startsWith("track:");
    assertThat(groups.of(tracks.get(4))).isNotEqualTo(groups.of(tracks.get(3)));
  }

  @Test
  void tracksThatCouldNotBeHeardDoNotCount() throws Exception {
    add(8, "Jazz", "a", "b");
    add(8, "Rock", "c", "d");
    TaggedTrack silent = tracks.get(8);
    LabelChoice heard = choose(8, 100).heard(track -> !track.equals(silent), 8);
    assertThat(heard.labels()).extracting(LabelChoice.Chosen::name).containsExactly("Jazz");
    assertThat(heard.leftOut()).extracting(LabelChoice.LeftOut::found).containsExactly(7);
  }

  private LabelChoice choose(int least, int most) {
    return LabelChoice.of(tracks, Taxonomy.standard(), true, least, most);
  }

  /** Tracks of these artists in turn; a name that ends in a slash is a folder without artist. */
  private void add(int count, String label, String... artists) throws Exception {
    for (int i = 0; i < count; i++) {
      String artist = artists[i % artists.length];
      boolean nameless = artist.endsWith("/");
      Path home = Files.createDirectories(nameless ? folder.resolve(artist) : folder);
      Path file = Files.writeString(home.resolve("t" + tracks.size()), "");
      tracks.add(
          new TaggedTrack(
              new Track(file, "test"),
              new IndexedFile(
                  file,
                  new FileStats().of(file),
                  new Fingerprint(String.format(Locale.ROOT, "test:%064x", tracks.size())),
                  Optional.empty()),
              Optional.of(label),
              nameless ? Optional.empty() : Optional.of(artist)));
    }
  }
}
