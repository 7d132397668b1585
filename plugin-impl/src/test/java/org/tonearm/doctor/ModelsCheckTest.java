package org.tonearm.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.run.InstalledModels;

class ModelsCheckTest {

  @Test
  void aModelOfTheUsersThatCanBeListedAndNotOpenedIsAFault() {
    InstalledModels own = new InstalledModels(List.of(new Damaged()));
    assertThat(new ModelsCheck(own, own).look())
        .anySatisfy(finding -> assertThat(finding.toString()).contains("mine can't be read"));
    assertThat(new ModelsCheck(own, new InstalledModels(List.of())).look())
        .noneSatisfy(finding -> assertThat(finding.toString()).contains("mine can't be read"));
  }

  private static final class Damaged implements ClassifierProvider {
    @Override
    public List<ModelInfo> installed() {
      return List.of(
          new ModelInfo("mine", Task.GENRE, List.of("a", "b"), "f", 1, 0.5, "", "", "", Map.of()));
    }

    @Override
    public Classifier open(String id) throws ConfigurationException {
      throw new ConfigurationException("model", id + " can't be read", "Remove it.");
    }
  }
}
