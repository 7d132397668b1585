package org.tonearm.model.dataset.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.training.Targets;

class GtzanLayoutTest {
  private static final String ID = "genre_gtzan";
  @TempDir Path folder;
  private Tree tree;

  @BeforeEach
  void makeTree() throws Exception {
    tree =
        new Tree(folder)
            .audio(
                "genres/blues/blues.00000.au",
                "genres/blues/blues.00029.au",
                "genres/blues/notes.wav",
                "genres/hiphop/hiphop.00001.wav",
                "genres/rock/rock.00099.au");
  }

  @Test
  void labelsByFolder() throws Exception {
    assertThat(tree.clips(ID))
        .extracting(Clip::id)
        .containsExactly(
            "genres/blues/blues.00000.au",
            "genres/blues/blues.00029.au",
            "genres/hiphop/hiphop.00001.wav",
            "genres/rock/rock.00099.au");
    Clip clip = tree.clip(ID, "genres/hiphop/hiphop.00001.wav");
    assertThat(clip.dataset()).isEqualTo(ID);
    assertThat(clip.group()).isEqualTo("gtzan:hiphop.00001");
    assertThat(clip.column("label")).isEqualTo("hiphop");
    assertThat(clip.column("split")).isEmpty();
    assertThat(Targets.genre(clip)).isEqualTo("hiphop");
  }

  @Test
  void theFolderMayHaveOtherNames() throws Exception {
    Tree other = new Tree(folder.resolve("other")).audio("genres_original/pop/pop.00001.wav");
    assertThat(other.clips(ID)).hasSize(1);
    Tree bare = new Tree(folder.resolve("bare")).audio("jazz/jazz.00033.au");
    assertThat(bare.clips(ID)).extracting(Clip::id).containsExactly("jazz/jazz.00033.au");
  }

  @Test
  void readsTheFilteredSplit() throws Exception {
    tree.write("train_filtered.txt", "blues/blues.00029.wav", "")
        .write("valid_filtered.txt", "hiphop/hiphop.00001.wav")
        .write("test_filtered.txt", "rock/rock.00099.wav");
    assertThat(tree.clips(ID))
        .extracting(clip -> clip.column("split") + " " + clip.column("split_ff"))
        .containsExactly(" fault", "train train", "valid valid", "test test");
    assertThat(Targets.genre(tree.clip(ID, "genres/blues/blues.00000.au"))).isEmpty();
  }

  @Test
  void refusesASplitThatIsNotWhole() throws Exception {
    tree.write("train_filtered.txt", "blues/blues.00029.wav");
    tree.refuses("valid_filtered.txt");
    tree.write("valid_filtered.txt", "rock/rock.00099.wav")
        .write("test_filtered.txt", "rock/rock.00099.wav");
    tree.refuses("test_filtered.txt, line 1", "rock/rock.00099.wav", "valid_filtered.txt");
    tree.write("test_filtered.txt", "hiphop/hiphop.00001.wav", "rock/rock.00098.wav");
    tree.refuses("test_filtered.txt, line 2", "rock.00098");
  }

  @Test
  void groupsByArtistWhereAListNamesThem() throws Exception {
    tree.write(
        "artists.csv",
        "file,artist",
        "blues.00000,\"Hooker, John Lee\"",
        "blues/blues.00029.wav,John Lee Hooker",
        "rock.00099.au,");
    assertThat(tree.clips(ID))
        .extracting(Clip::group)
        .containsExactly(
            "artist:hooker john lee",
            "artist:hooker john lee",
            "gtzan:hiphop.00001",
            "gtzan:rock.00099");
    tree.write("artists.csv", "name,artist", "blues.00000,X");
    tree.refuses("artists.csv", "\"file\"");
  }
}
