package org.tonearm.model.dataset.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.training.LabelHead;
import org.tonearm.model.training.Targets;

class MoodLayoutsTest {
  @TempDir Path folder;

  @Nested
  class FourQuadrants {
    private static final String ID = "mood_4q_taffc";
    private static final String METADATA = "panda_dataset_taffc_metadata.csv";
    private static final String HEADER =
        "\"Song\",\"Artist\",\"Title\",\"Quadrant\",\"PQuad\",\"MoodsStrSplit\",\"GenresStr\"";
    private Tree tree;

    @BeforeEach
    void makeTree() throws Exception {
      tree =
          new Tree(folder)
              .audio("Q1/MT01.mp3", "Q2/MT02.mp3", "Q3/MT03.mp3", "Q4/MT04.mp3", "Q4/cover.jpg")
              .write(
                  METADATA,
                  HEADER,
                  "\"MT01\",\"The \"\"5\"\" Royales\",\"One\",\"Q1\",0.6,\"Fiery; Sexy\",\"R&B\"",
                  "\"MT02\",\"Mot\u00f6rhead\",\"Two\",\"Q2\",1,\"Harsh\",\"Pop/Rock\"",
                  "\"MT03\",\"\",\"Three\",\"Q3\",1,\"\",\"\"",
                  "\"MT04\",\"Tuck & Patti\",\"Four\",\"Q4\",1,\"Pure\",\"Jazz\"",
                  "\"MT05\",\"Not here\",\"Five\",\"Q4\",1,\"Pure\",\"Jazz\"");
    }

    @Test
    void readsQuadrantArtistAndWords() throws Exception {
      assertThat(tree.clips(ID))
          .extracting(c -> Targets.quadrant(c) + " " + c.group())
          .containsExactly(
              "Q1 artist:5 royales", "Q2 artist:motorhead", "Q3 4q:MT03", "Q4 artist:patti tuck");
      Clip clip = tree.clip(ID, "Q1/MT01.mp3");
      assertThat(clip.column("moods")).isEqualTo("Fiery; Sexy");
      assertThat(clip.column("genres")).isEqualTo("R&B");
      assertThat(clip.column("title")).isEqualTo("One");
    }

    @Test
    void refusesWhatTheMetadataDoNotKnow() throws Exception {
      tree.write(METADATA, HEADER, "MT01,A,B,Q1,1,x,y", "MT02,A,B,Q3,1,x,y");
      tree.refuses(METADATA + ", line 3", "Q3", "MT02.mp3");
      tree.write(METADATA, HEADER, "MT01,A,B,Q1,1,x,y");
      tree.refuses(METADATA, "no line", "MT02.mp3");
      tree.write(METADATA, "Song,Quadrant", "MT01,Q1");
      tree.refuses(METADATA, "\"Artist\"");
    }

    @Test
    void needsTheMetadata() throws Exception {
      new Tree(folder.resolve("x"))
          .audio("Q1/a.mp3", "Q2/b.mp3", "Q3/c.mp3", "Q4/d.mp3")
          .refuses(METADATA);
    }
  }

  @Nested
  class MirexLike {
    private static final String ID = "mood_mirex_like";
    private Tree tree;

    @BeforeEach
    void makeTree() throws Exception {
      tree =
          new Tree(folder)
              .audio("Dataset/Audio/001.mp3", "Dataset/Audio/003.mp3")
              .write("Dataset/clusters.txt", "Cluster 1", "Cluster 2", "Cluster 5", "")
              .write("Dataset/categories.txt", "Boisterous", "Fun", "Tense - Anxious", "");
    }

    @Test
    void labelsByTheLineOfTheNumber() throws Exception {
      assertThat(tree.clips(ID))
          .extracting(c -> c.column("label") + "|" + c.column("category") + "|" + c.group())
          .containsExactly("C1|Boisterous|mirex-like:001", "C5|Tense - Anxious|mirex-like:003");
      LabelHead head = Targets.clusterHead(1);
      assertThat(head.target().apply(tree.clip(ID, "Dataset/Audio/003.mp3")))
          .hasValueSatisfying(target -> assertThat(target).containsExactly(0, 0, 0, 0, 1));
    }

    @Test
    void takesArtistsFromThePage() throws Exception {
      tree.bytes(
          "Dataset/dataset info.html",
          ("<table><tr><th>Title</th></tr>\n<tr>\n<td class=\"odd\">Night</td>\n"
                  + "<td>Blakey, Art &amp; the Jazz Messengers [1]</td><td>A &lt;B&gt;</td>\n"
                  + "<td>1</td><td>1960</td><td></td><td>003.mp3</td></tr></table>")
              .getBytes(StandardCharsets.ISO_8859_1));
      Clip clip = tree.clip(ID, "Dataset/Audio/003.mp3");
      assertThat(clip.group()).isEqualTo("artist:art blakey jazz messengers");
      assertThat(clip.column("artist")).isEqualTo("Blakey, Art & the Jazz Messengers [1]");
      assertThat(clip.column("title")).isEqualTo("Night");
    }

    @Test
    void refusesListsThatDoNotFit() throws Exception {
      tree.write("Dataset/clusters.txt", "Cluster 1", "Cluster 2");
      tree.refuses("clusters.txt has 2 lines", "categories.txt has 3");
      tree.write("Dataset/clusters.txt", "Cluster 1", "Cluster 2", "Cluster 6");
      tree.refuses("clusters.txt, line 3", "Cluster 6");
      tree.audio("Dataset/Audio/004.mp3");
      tree.write("Dataset/clusters.txt", "Cluster 1", "Cluster 2", "Cluster 3");
      tree.refuses("clusters.txt", "004.mp3");
    }
  }

  @Nested
  class Emotify {
    private static final String ID = "genre_mood_emotify";
    private static final String HEADER =
        "track id, genre, amazement, solemnity, tenderness, nostalgia, calmness, power,"
            + " joyful_activation, tension, sadness, mood, liked, disliked, age, gender,"
            + " mother tongue";
    private Tree tree;

    @BeforeEach
    void makeTree() throws Exception {
      tree =
          new Tree(folder)
              .audio(
                  "emotifymusic/classical/1.mp3",
                  "emotifymusic/rock/100.mp3",
                  "emotifymusic/electronic/readme.txt",
                  "emotifymusic/pop/readme.txt")
              .write(
                  "data.csv",
                  HEADER,
                  "1,classical,0,1,0,0,1,0,0,0,0,3,1,0,21,1,Dutch",
                  "1,classical,0,1,0,0,0,0,0,0,1,3,1,0,30,0,Italian",
                  "1,classical,0,0,0,0,0,0,0,0,0,3,1,0,30,0,Italian",
                  "200,rock,1,0,0,0,0,1,1,0,0,3,1,0,21,1,English");
    }

    @Test
    void averagesByTrack() throws Exception {
      Clip clip = tree.clip(ID, "emotifymusic/classical/1.mp3");
      assertThat(clip.group()).isEqualTo("emotify:1");
      assertThat(Targets.genre(clip)).isEqualTo("classical");
      assertThat(clip.column("n_annot")).isEqualTo("3");
      assertThat(clip.column("solemnity")).isEqualTo("0.6667");
      assertThat(Targets.emotionHead(1).target().apply(clip))
          .hasValueSatisfying(
              t -> assertThat(t).containsExactly(0, 0.6667f, 0, 0, 0.3333f, 0, 0, 0, 0.3333f));
      Clip rock = tree.clip(ID, "emotifymusic/rock/100.mp3");
      assertThat(rock.group()).isEqualTo("emotify:200");
      assertThat(rock.column("power")).isEqualTo("1.0000");
    }

    @Test
    void refusesWhatNobodyRatedAndWhatIsNoRating() throws Exception {
      tree.audio("emotifymusic/rock/99.mp3");
      tree.refuses("data.csv", "99.mp3");
      tree.write("data.csv", HEADER, "1,classical,0,2,0,0,1,0,0,0,0,3,1,0,21,1,Dutch");
      tree.refuses("data.csv, line 2", "solemnity", "2");
      tree.write("data.csv", HEADER, "zero,classical,0,1,0,0,1,0,0,0,0,3,1,0,21,1,Dutch");
      tree.refuses("data.csv, line 2", "zero");
    }
  }

  @Test
  void aFolderOfNoKnownLayoutIsNamed() throws Exception {
    new Tree(folder).audio("music/a.mp3").refuses(folder.toString());
    new Tree(folder.resolve("missing")).refuses("missing");
    new Tree(folder.resolve("empty"))
        .write("Q1/x.txt")
        .write("Q2/x.txt")
        .write("Q3/x.txt")
        .write("Q4/x.txt")
        .write(
            "panda_dataset_taffc_metadata.csv",
            "Song,Artist,Title,Quadrant,MoodsStrSplit,GenresStr",
            "MT01,A,B,Q1,x,y")
        .refuses("no audio");
  }
}
