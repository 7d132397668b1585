package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.classify.ModelInfo;

class InstalledModelsTest {

  @Test
  void aModelWhoseIdAnotherOneHasIsToldOfAndNotListed() throws Exception {
    InstalledModels models =
        new InstalledModels(List.of(new Holding("one"), new Holding("two", "one")));
    assertThat(models.list()).extracting(ModelInfo::id).containsExactly("one", "two");
    assertThat(models.damaged().values())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault).hasMessageContaining("Two models are named one");
              assertThat(fault.remedy()).contains("model.json");
            });
  }

  @Test
  void modelsWithIdsOfTheirOwnAreAllListed() throws Exception {
    InstalledModels models = new InstalledModels(List.of(new Holding("one"), new Holding("two")));
    assertThat(models.list()).extracting(ModelInfo::id).containsExactly("one", "two");
    assertThat(models.damaged()).isEmpty();
  }

  @Test
  void aModelIsNotOpenedForTheTaskOfAnotherOneOfItsName() throws Exception {
    InstalledModels models =
        new InstalledModels(List.of(new Holding("mine"), new Holding(Task.MOOD, "mine")));
    assertThat(models.list()).extracting(ModelInfo::task).containsExactly(Task.GENRE);
    assertThat(models.damaged()).hasSize(1);
    assertThatThrownBy(() -> models.open(Task.MOOD, Optional.of("mine")))
        .hasMessageContaining("No model for the mood");
  }

  private static final class Holding implements ClassifierProvider {
    private final Task task;
    private final List<String> ids;

    Holding(String... ids) {
      this(Task.GENRE, ids);
    }

    Holding(Task task, String... ids) {
      this.task = task;
      this.ids = List.of(ids);
    }

    @Override
    public List<ModelInfo> installed() {
      return ids.stream()
          .map(id -> new ModelInfo(id, task, List.of("a", "b"), "f", 1, 0.5, "", "", "", Map.of()))
          .toList();
    }

    @Override
    public Classifier open(String id) throws ConfigurationException {
      throw new ConfigurationException("model", id, "none");
    }

    @Override
    public Optional<String> card(String id) {
      return Optional.empty();
    }
  }
}
