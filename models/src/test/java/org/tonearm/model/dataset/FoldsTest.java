package org.tonearm.model.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static List<Clip> clips() {
    Random random = new Random(5);
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String group = "artist " + random.nextInt(90);
      String label = "L" + random.nextInt(4);
      clips.add(new Clip(Path.of("c" + i), "c" + i, "set", group, 30, Map.of("label", label)));
    }
    return clips;
  }

  @Test
  void noGroupStandsInTwoFoldsAndAllFoldsAreOfAKind() {
    List<Clip> clips = clips();
    Folds folds = new Folds(clips, clip -> clip.column("label"), 5, 1);
    List<Set<String>> groups = new ArrayList<>();
    int[] sizes = new int[5];
    for (int f = 0; f < 5; f++) {
      groups.add(new HashSet<>());
    }
    for (Clip clip : clips) {
      groups.get(folds.of(clip)).add(clip.group());
      sizes[folds.of(clip)]++;
    }
    for (int a = 0; a < 5; a++) {
      assertThat(sizes[a]).isBetween(70, 90);
      for (int b = a + 1; b < 5; b++) {
        assertThat(groups.get(a)).doesNotContainAnyElementsOf(groups.get(b));
      }
    }
  }

  @Test
  void theOrderOfClipsDoesNotMatter() {
    List<Clip> clips = clips();
    Folds folds = new Folds(clips, clip -> clip.column("label"), 5, 1);
    List<Clip> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(9));
    Folds again = new Folds(shuffled, clip -> clip.column("label"), 5, 1);
    assertThat(clips).allSatisfy(clip -> assertThat(again.of(clip)).isEqualTo(folds.of(clip)));
  }
}
