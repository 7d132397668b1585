package org.tonearm.spark.analyze;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.slf4j.LoggerFactory;

/**
 * Where a task runs.
 *
 * @param careful whether files are decoded in processes of their own: a file may have ended this
 *     task once, or would end the driver
 * @param cores tasks that this executor runs at a time
 * @param card number of the graphics card that Spark gave to the task
 */
record TaskPlace(boolean careful, int cores, OptionalInt card) {
  private static final String GPU = "gpu";

  /** The executor of local masters, by Spark's name for it. */
  private static final String DRIVER = "driver";

  /** Of the task of this thread. */
  static TaskPlace here() {
    TaskContext task = TaskContext.get();
    int cores = SparkEnv.get().conf().getInt("spark.executor.cores", 1);
    return new TaskPlace(
        careful(task.attemptNumber(), task.stageAttemptNumber(), SparkEnv.get().executorId()),
        Math.max(cores, Runtime.getRuntime().availableProcessors()),
        card(task.resourcesJMap()));
  }

  /** Where the driver itself hears, a task is tried once, and nobody is left to try it again. */
  static boolean careful(int attempt, int stageAttempt, String executor) {
    return attempt > 0 || stageAttempt > 0 || executor.equals(DRIVER);
  }

  /** The first address of the resource {@code gpu}. */
  static OptionalInt card(Map<String, ResourceInformation> resources) {
    ResourceInformation cards = resources.get(GPU);
    if (cards == null || cards.addresses().length == 0) {
      return OptionalInt.empty();
    }
    String address = cards.addresses()[0];
    if (!address.matches("\\d{1,4}")) {
      LoggerFactory.getLogger(TaskPlace.class)
          .warn("The card '{}' is no number; the first one is taken.", address);
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(address));
  }
}
