package org.tonearm.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    tracks.add(
        new TaggedTrack(first.track(), first.file(), Optional.of("Rock"), false, first.artist()));
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
    LabelChoice heard = choose(8, 100).without(Set.of(tracks.get(8))).enough(8);
    assertThat(heard.labels()).extracting(LabelChoice.Chosen::name).containsExactly("Jazz");
    assertThat(heard.leftOut()).extracting(LabelChoice.LeftOut::found).containsExactly(7);
  }

  @Test
  void anotherTrackTakesThePlaceOfOneThatCouldNotBeHeard() throws Exception {
    add(12, "Jazz", "a", "b");
    add(8, "Rock", "c", "d");
    LabelChoice.Chosen drawn = choose(8, 8).labels().get(0);
    TaggedTrack silent = drawn.members().get(3).track();
    LabelChoice heard = choose(8, 8).without(Set.of(silent)).enough(8);
    assertThat(heard.labels()).hasSize(2);
    LabelChoice.Chosen jazz = heard.labels().get(0);
    assertThat(jazz.tracks()).isEqualTo(8);
    assertThat(jazz.members())
        .contains(drawn.spare().get(0))
        .extracting(LabelChoice.Member::track)
        .doesNotContain(silent);
    assertThat(jazz.spare()).hasSize(3);
    Set<TaggedTrack> five = new HashSet<>(tracks.subList(0, 5));
    assertThat(choose(8, 8).without(five).enough(8).leftOut())
        .containsExactly(new LabelChoice.LeftOut("Jazz", 7, 2));
  }

  @Test
  void noMoreTracksThanInAllAreLearntFromAndRarerLabelsGoFirst() throws Exception {
    add(9, "Jazz", "a", "b");
    add(8, "Rock", "c", "d");
    add(7, "Polka", "e", "f");
    add(6, "Tango", "g", "h");
    LabelChoice choice = choose(5, 100, 19);
    assertThat(choice.labels())
        .extracting(LabelChoice.Chosen::name, LabelChoice.Chosen::tracks)
        .containsExactly(tuple("Jazz", 6), tuple("Rock", 6), tuple("Polka", 6));
    assertThat(choice.leftOut()).isEmpty();
    assertThat(choice.crowdedOut()).containsExactly(new LabelChoice.LeftOut("Tango", 6, 2));
    assertThat(choose(4, 100, 19).labels())
        .extracting(LabelChoice.Chosen::tracks)
        .containsExactly(4, 4, 4, 4);
  }

  @Test
  void whatRareLabelsDoNotNeedFrequentOnesHave() throws Exception {
    add(20, "Jazz", "a", "b");
    add(12, "Rock", "c", "d");
    add(4, "Polka", "e", "f");
    assertThat(choose(4, 100, 30).labels())
        .extracting(LabelChoice.Chosen::name, LabelChoice.Chosen::tracks)
        .containsExactly(tuple("Jazz", 14), tuple("Rock", 12), tuple("Polka", 4));
  }

  @Test
  void ofManyArtistsThoseThatAreLearntFromAreNotTheFirstOfTheAlphabet() throws Exception {
    String[] artists = new String[26];
    for (int i = 0; i < artists.length; i++) {
      artists[i] = (char) ('a' + i) + " band";
    }
    add(26, "Jazz", artists);
    add(8, "Rock", "c", "d");
    List<String> drawn =
        choose(8, 8).labels().get(0).members().stream()
            .map(member -> member.track().artist().orElseThrow())
            .toList();
    assertThat(drawn).hasSize(8).doesNotHaveDuplicates().anyMatch(name -> name.charAt(0) > 'm');
    assertThat(choose(8, 8).labels().get(0).members()).hasSize(8);
  }

  private LabelChoice choose(int least, int most) {
    return choose(least, most, LearnSettings.MOST_TRACKS);
  }

  private LabelChoice choose(int least, int most, int total) {
    return LabelChoice.of(tracks, Taxonomy.standard(), true, least, most, total);
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
              false,
              nameless ? Optional.empty() : Optional.of(artist)));
    }
  }
}
