package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackTrainingTest {
  private final List<Example> examples = TinyMusic.listening(8);
  private final List<Example> training = examples.subList(0, 24);
  private final List<Example> others = examples.subList(24, examples.size());

  @Test
  void theSameClipsGiveTheSameRows() {
    Stack first = TinyMusic.stacks(5).train(training);
    Stack second = TinyMusic.stacks(5).train(training);
    for (Example example : examples) {
      assertThat(first.row(example)).containsExactly(second.row(example));
    }
  }

  @Test
  void aTrainingClipIsNotAnsweredByThoseWhoHeardIt() {
    Stack stack = TinyMusic.stacks(5).train(training);
    Example known = training.get(0);
    float[] asOthers =
        stack.rows().row(stack.description().complete(known.description(), known.scattering()));
    float[] row = stack.row(known);
    int components = stack.rows().projection().axes().count();
    for (int i = 0; i < components; i++) {
      assertThat(row[i]).isEqualTo(asOthers[i]);
    }
    float apart = 0;
    for (int i = components; i < row.length; i++) {
      apart += Math.abs(row[i] - asOthers[i]);
    }
    assertThat(apart).isGreaterThan(0.05f);
  }

  @Test
  void aWindowIsHeardAsTheClipWas() {
    Stack stack = TinyMusic.stacks(5).train(training);
    for (Example other : others.subList(0, 2)) {
      float[] whole = stack.description().of(TinyMusic.listeningFrames(other.clip()));
      assertThat(stack.rows().row(whole)).containsExactly(stack.row(other));
    }
  }
}
