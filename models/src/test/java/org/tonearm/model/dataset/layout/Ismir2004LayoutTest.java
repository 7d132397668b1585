package org.tonearm.model.dataset.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.model.dataset.Clip;

class Ismir2004LayoutTest {
  private static final String ID = "genre_ismir2004";
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() throws Exception {
    tree =
        new Tree(folder)
            .audio(
                "audio/training/jazz/etherine/24_days/01-lay_down.mp3",
                "audio/training/classical/the_quartet/opus_1/02-it_s_slow.mp3",
                "audio/training/electronic/dirnix/05-kruhov_objazd.mp3",
                "audio/training/electronic/dirnix/06-other.mp3",
                "audio/development/artist_1_album_1_track_1.mp3",
                "audio/development/artist_1_album_2_track_1.mp3")
            .write(
                "metadata/training/tracklist.csv",
                "\"jazz_blues\",\"Etherine\",\"24 days\",\"Lay down\",\"1\","
                    + "\"jazz/etherine/24_days/01-lay_down.mp3\"",
                "\"classical\",\"The Quartet\",\"Opus 1\",\"It's slow\",\"2\","
                    + "\"classical/the_quartet/opus_1/02-it's_slow.mp3\"",
                "\"electronic\",\"Dirnix\",\"\",\"Kruhov\u00fd objazd\",\"5\","
                    + "\"electronic/dirnix/05-kruhovy_objazd.mp3\"")
            .write(
                "metadata/development/tracklist.csv",
                "\"metal_punk\",\"artist_1\",\"album_1\",\"track_1\",\"1\","
                    + "\"artist_1_album_1_track_1.mp3\"",
                "\"metal_punk\",\"artist_1\",\"album_2\",\"track_1\",\"1\","
                    + "\"./artist_1_album_2_track_1.mp3\"");
  }

  @Test
  void readsClassSplitAndArtist() throws Exception {
    assertThat(tree.clips(ID))
        .extracting(c -> c.column("label") + "|" + c.column("split") + "|" + c.group())
        .containsExactly(
            "jazz_blues|train|artist:etherine",
            "classical|train|artist:quartet",
            "electronic|train|artist:dirnix",
            "metal_punk|test|ismir2004:development/artist_1",
            "metal_punk|test|ismir2004:development/artist_1");
    Clip clip = tree.clip(ID, "audio/training/jazz/etherine/24_days/01-lay_down.mp3");
    assertThat(clip.column("title")).isEqualTo("Lay down");
    assertThat(clip.column("genre")).isEmpty();
    assertThat(tree.clips(ID).get(1).column("genre")).isEqualTo("classical");
  }

  @Test
  void findsFilesWhoseNamesSuffered() throws Exception {
    assertThat(tree.clips(ID))
        .extracting(c -> c.path().getFileName().toString())
        .contains("02-it_s_slow.mp3", "05-kruhov_objazd.mp3");
  }

  @Test
  void listsMayStandBesideTheirAudio() throws Exception {
    Tree flat =
        new Tree(folder.resolve("flat"))
            .audio("training/a.mp3", "development/b.mp3")
            .write(
                "training/tracklist.csv",
                "class,artist,album,track,track_number,file_path",
                "world,A,B,C,1,a.mp3")
            .write("development/tracklist.csv", "rock_pop,artist_1,album_1,track_1,1,b.mp3");
    assertThat(flat.clips(ID))
        .extracting(Clip::id)
        .containsExactly("training/a.mp3", "development/b.mp3");
  }

  @Test
  void namesTheLineThatCannotBeUsed() throws Exception {
    String list = "metadata/development/tracklist.csv";
    tree.write(list, "world,A,B,C,1,nowhere.mp3");
    tree.refuses("tracklist.csv, line 1", "nowhere.mp3");
    tree.write(list, "world,A,B,C,1,../training/jazz/etherine/24_days/01-lay_down.mp3");
    tree.refuses("tracklist.csv, line 1", "no file");
    tree.write(
        list,
        "world,A,B,C,1,artist_1_album_1_track_1.mp3",
        "ska,A,B,C,1,artist_1_album_1_track_1.mp3");
    tree.refuses("tracklist.csv, line 2", "unknown class ska");
    tree.write(list, "world,A");
    tree.refuses("tracklist.csv, line 1", "found 2");
  }
}
