package org.tonearm.doctor;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.run.InstalledModels;

/** Whether there is a model for each task. */
public final class ModelsCheck implements Doctor.Check {
  private final InstalledModels models;

  /**
   * @param models the installed ones
   */
  public ModelsCheck(InstalledModels models) {
    this.models = models;
  }

  @Override
  public List<Finding> look() {
    try {
      List<ModelInfo> list = models.list();
      List<Finding> findings = new ArrayList<>();
      for (Task task : Task.values()) {
        List<String> ids =
            list.stream().filter(info -> info.task() == task).map(ModelInfo::id).toList();
        String subject = task == Task.GENRE ? "Genre models" : "Mood models";
        findings.add(
            ids.isEmpty()
                ? Finding.fault(
                    subject,
                    "none is installed",
                    "Train one: tonearm train --task " + task.word() + " --help.")
                : Finding.good(subject, String.join(", ", ids)));
      }
      models
          .damaged()
          .values()
          .forEach(e -> findings.add(Finding.fault("Models", e.getMessage(), e.remedy())));
      return findings;
    } catch (ConfigurationException e) {
      return List.of(Finding.fault("Models", e.getMessage(), e.remedy()));
    }
  }
}
