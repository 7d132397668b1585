package org.tonearm.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.run.InstalledModels;

/** Whether there is a model for each task, and whether the user's own can be opened. */
public final class ModelsCheck implements Doctor.Check {
  private final InstalledModels models;
  private final InstalledModels own;

  /**
   * @param models the installed ones
   * @param own those among them that lie in the data folder: they are opened
   */
  public ModelsCheck(InstalledModels models, InstalledModels own) {
    this.models = models;
    this.own = own;
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
      models.damaged().values().forEach(e -> findings.add(fault(e)));
      for (ModelInfo info : own.list()) {
        try {
          own.open(info.task(), Optional.of(info.id())).close();
        } catch (ConfigurationException e) {
          findings.add(fault(e));
        }
      }
      return findings;
    } catch (ConfigurationException e) {
      return List.of(fault(e));
    }
  }

  private static Finding fault(ConfigurationException e) {
    return Finding.fault("Models", e.getMessage(), e.remedy());
  }
}
