package org.tonearm.spark.apply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Kind;
import org.tonearm.spark.journal.Placement;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.journal.TagWork;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.Bucket;
import org.tonearm.spark.store.ContentHash;
import org.tonearm.spark.store.OutputFiles;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.journal.JournaledField;

/**
 * Lays what would be written down in the output, as {@code sidecars/bucket=00017/HASH.json}, and
 * leaves the recording as it is. The same plan makes the same file, however often.
 */
final class SidecarPlacing implements Placing {
  private final Desk desk;
  private final OutputFiles files;

  SidecarPlacing(Desk desk) {
    this.desk = desk;
    this.files = new OutputFiles(desk.stores());
  }

  @Override
  public ApplyOutcome place(Job job, StoredFile seen) throws TagException, IOException {
    return job instanceof ApplyJob apply ? lay(apply, seen) : takeAway((UndoJob) job, seen);
  }

  private ApplyOutcome lay(ApplyJob job, StoredFile seen) throws IOException {
    byte[] content = new ObjectMapper().writeValueAsBytes(sidecar(job, seen));
    List<JournaledField> fields =
        job.changes().stream()
            .map(
                change ->
                    new JournaledField(
                        change.field(),
                        new FieldState(change.before(), new byte[0]),
                        change.after(),
                        Optional.empty(),
                        false))
            .toList();
    TagWork work = new TagWork("", "", job.profile(), TagLayout.UNKNOWN, fields);
    Placement placement =
        new Placement(content.length, "", 0, ContentHash.of(new ByteArrayInputStream(content)));
    BucketJournal journal = desk.journal(job.uri());
    ApplySettings settings = desk.settings();
    String id = UUID.randomUUID().toString();
    journal.append(
        new Intent(
            id,
            settings.run(),
            settings.attempt(),
            Kind.SIDECAR,
            job.uri(),
            "",
            seen,
            placement,
            work,
            Instant.now()),
        false);
    files.write(uri(job.uri()), content);
    journal.append(new End(id, job.uri(), States.SIDECAR, "", "", "", Instant.now()), false);
    return new ApplyOutcome(job.uri(), States.SIDECAR, "", "", "", "", content.length, List.of());
  }

  private ApplyOutcome takeAway(UndoJob job, StoredFile seen) throws IOException {
    files.delete(uri(job.uri()));
    BucketJournal journal = desk.journal(job.uri());
    String id = UUID.randomUUID().toString();
    journal.append(
        NotedWrite.intent(id, job, seen, desk.settings(), Placement.NONE, job.written().work()),
        false);
    journal.append(new End(id, job.uri(), States.UNDONE, "", "", "", Instant.now()), false);
    return ApplyOutcome.plain(job.uri(), States.UNDONE);
  }

  private String uri(String recording) {
    String folder = String.format("sidecars/bucket=%05d/", desk.bucketOf(recording));
    return AudioUri.child(desk.settings().output(), folder + Bucket.hash(recording) + ".json");
  }

  private static ObjectNode sidecar(ApplyJob job, StoredFile seen) {
    ObjectNode object = new ObjectMapper().createObjectNode();
    object.put("version", 1).put("uri", job.uri());
    object.put("fileVersion", seen.version()).put("size", seen.size());
    object.put("fingerprint", job.plan().fingerprint());
    ObjectNode fields = object.putObject("fields");
    for (FieldChange change : job.changes()) {
      ArrayNode values = fields.putArray(change.field().word());
      change.after().forEach(values::add);
    }
    return object;
  }

  /** A sidecar for an apply, of this very state of the recording; none for an undo. */
  @Override
  public boolean stands(Intent intent, StoredFile now) throws IOException {
    String sidecar = uri(now.uri());
    try {
      String content = ContentHash.of(new ByteArrayInputStream(files.read(sidecar)));
      return intent.kind() == Kind.SIDECAR
          && content.equals(intent.placed().sha256())
          && now.version().equals(intent.seen().version());
    } catch (FileNotFoundException e) {
      return intent.kind() == Kind.UNDO;
    }
  }
}
