package org.tonearm.spark.analyze;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;

/**
 * Where a task runs.
 *
 * @param again whether it ran before and did not come to its end: a file of it may have ended the
 *     executor, so that files are now decoded in processes of their own
 * @param cores tasks that this executor runs at a time
 */
record TaskPlace(boolean again, int cores) {
  /** Of the task of this thread. */
  static TaskPlace here() {
    TaskContext task = TaskContext.get();
    int cores = SparkEnv.get().conf().getInt("spark.executor.cores", 1);
    return new TaskPlace(
        task.attemptNumber() > 0 || task.stageAttemptNumber() > 0,
        Math.max(cores, Runtime.getRuntime().availableProcessors()));
  }
}
