package org.tonearm.model.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.model.classifier.WindowSound;

class JudgedFoldsTest {
  private static final WindowSound SILENCE =
      new WindowSound(new float[1], new float[1], new float[1], 1);

  /** Both who have it play much else, by which alone they would share the emptiest fold. */
  @Test
  void aSmallLabelStandsInTwoFoldsWhateverElseItsArtistsPlay() {
    List<TaughtTrack> tracks = new ArrayList<>();
    for (int group = 0; group < 4; group++) {
      add(tracks, 0, group, 40);
    }
    add(tracks, 0, 4, 10);
    add(tracks, 0, 5, 2);
    add(tracks, 1, 4, 1);
    add(tracks, 1, 5, 1);
    JudgedFolds folds = new JudgedFolds(tracks, 5, 1);
    assertThat(tracks.stream().filter(track -> track.label() == 1).map(folds::of))
        .doesNotHaveDuplicates();
  }

  @Test
  void aLabelOfOneGroupIsLeftAsItIs() {
    List<TaughtTrack> tracks = new ArrayList<>();
    add(tracks, 0, 0, 3);
    add(tracks, 0, 1, 3);
    add(tracks, 1, 2, 3);
    JudgedFolds folds = new JudgedFolds(tracks, 2, 1);
    assertThat(folds.of(tracks.get(0))).isNotEqualTo(folds.of(tracks.get(3)));
    assertThat(folds.of(tracks.get(6))).isEqualTo(folds.of(tracks.get(8)));
  }

  private static void add(List<TaughtTrack> tracks, int label, int group, int count) {
    for (int i = 0; i < count; i++) {
      String id = group + "/" + tracks.size();
      tracks.add(new TaughtTrack(id, label, "g" + group, List.of(SILENCE)));
    }
  }
}
