package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeStepTest {
  private static final NetworkRecipe SHIPPED = NetworkRecipe.SHIPPED;

  @Test
  void withoutNothingIsTheRecipeItself() {
    assertThat(RecipeStep.without(Set.of(), SHIPPED)).isEqualTo(SHIPPED);
    assertThat(RecipeStep.without(Set.of(RecipeStep.QUESTIONS), SHIPPED)).isEqualTo(SHIPPED);
  }

  @Test
  void leavesOutWhatIsNamedAndNothingElse() {
    NetworkRecipe narrow = RecipeStep.without(Set.of(RecipeStep.BAND_LIMIT), SHIPPED);
    assertThat(narrow.augmentation().bandLimit()).isZero();
    assertThat(narrow.augmentation().masks()).isEqualTo(SHIPPED.augmentation().masks());
    assertThat(narrow.augmentation().level()).isEqualTo(SHIPPED.augmentation().level());
    assertThat(narrow.mixup()).isEqualTo(SHIPPED.mixup());
    assertThat(RecipeStep.without(Set.of(RecipeStep.MASKS), SHIPPED).augmentation().masks())
        .isZero();
    assertThat(RecipeStep.without(Set.of(RecipeStep.MIXUP), SHIPPED).mixup()).isZero();
    NetworkRecipe bare =
        RecipeStep.without(Set.of(RecipeStep.AUGMENTATION, RecipeStep.BALANCE), SHIPPED);
    assertThat(bare.augmentation()).isEqualTo(Augmentation.NONE);
    assertThat(bare.balance()).isZero();
    assertThat(bare.epochs()).isEqualTo(SHIPPED.epochs());
  }
}
