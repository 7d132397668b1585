package org.tonearm.spark.write;

import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.configuration.ConfiguredCodec;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.TaggingSettings;
import org.tonearm.spark.apply.Applier;
import org.tonearm.spark.apply.ApplyOutcome;
import org.tonearm.spark.apply.ApplySettings;
import org.tonearm.spark.apply.Undoer;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.tag.codec.CodecRegistry;

/**
 * What a task of a writing stage does.
 *
 * @param output the output's address
 * @param run name of the run; the same when a killed run is started again
 * @param replaceObjects whether objects may be replaced
 * @param allowLoss whether attributes of a file that can't be kept may be lost
 */
record WriteTask(String output, String run, boolean replaceObjects, boolean allowLoss)
    implements Serializable {
  /** Applies rows of a plan. */
  Iterator<Row> apply(Iterator<Row> plans, JobSettings job) throws TonearmException, IOException {
    AudioStores stores = new AudioStores(job.hadoop());
    Applier applier = new Applier(stores, JournalFolder.open(stores, output), settings(job));
    Iterator<ApplyOutcome> outcomes =
        applier.apply(stream(plans).map(WriteRows::planned).iterator());
    return closing(outcomes, applier);
  }

  /** Takes back what may stand by the journals of some buckets. */
  Iterator<Row> undo(Iterator<Integer> buckets, List<String> below, JobSettings job)
      throws TonearmException, IOException {
    AudioStores stores = new AudioStores(job.hadoop());
    JournalFolder journal = JournalFolder.open(stores, output);
    Undoer undoer = new Undoer(stores, journal, settings(job));
    Iterator<String> entries =
        stream(buckets)
            .flatMap(bucket -> rows(journal, bucket))
            .filter(row -> row.mayStand() && isBelow(row.uri(), below))
            .map(JournalRow::entry)
            .iterator();
    return closing(undoer.undo(entries), undoer);
  }

  static boolean isBelow(String uri, List<String> folders) {
    return folders.isEmpty()
        || folders.stream().anyMatch(f -> uri.equals(f) || uri.startsWith(AudioUri.below(f)));
  }

  /** Newest first. */
  private static Stream<JournalRow> rows(JournalFolder journal, int bucket) {
    try {
      return stream(journal.rows(bucket)).sorted(Comparator.comparing(JournalRow::at).reversed());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ApplySettings settings(JobSettings job) throws TonearmException {
    RunSettings read = job.read();
    TaggingSettings tagging = read.tagging(allowLoss, false);
    List<TagCodec> codecs = CodecRegistry.installed().codecs();
    TaskContext task = TaskContext.get();
    return new ApplySettings(
        run,
        run + "-" + task.partitionId() + "-" + task.taskAttemptId(),
        output,
        tagging.profile(),
        tagging.options(),
        new CodecRegistry(ConfiguredCodec.all(codecs, read.configuration().formats())),
        replaceObjects);
  }

  private static Iterator<Row> closing(Iterator<ApplyOutcome> outcomes, AutoCloseable used) {
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              try {
                used.close();
              } catch (Exception e) {
                throw new IllegalStateException("copies could not be removed", e);
              }
            });
    return stream(outcomes).map(WriteRows::of).iterator();
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(((Iterable<T>) () -> iterator).spliterator(), false);
  }
}
