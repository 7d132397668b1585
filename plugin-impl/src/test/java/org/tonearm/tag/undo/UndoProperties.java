package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.Policy;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.text.TextCodec;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.taxonomy.Taxonomy;

class UndoProperties {
  private static final CodecRegistry CODECS = new CodecRegistry(List.of(new TextCodec()));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);

  @Property(tries = 25)
  void planningWritingAndUndoingIsIdentity(
      @ForAll @Size(max = 3) List<@NotBlank String> before,
      @ForAll @Size(min = 1, max = 3) @UniqueElements List<@NotBlank String> heard,
      @ForAll Policy policy)
      throws Exception {
    Path folder = Files.createTempDirectory("tonearm-test");
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      Path file = song(folder, before);
      TagSnapshot old = new TextCodec().read(file, TagProfile.DEFAULT);
      assertThat(old.fields().get(TagField.GENRE).values()).isEqualTo(before);
      TagPlan plan = plan(file, old, heard, policy);

      JournalRun run = journal.begin("tag");
      WRITER.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
      TagSnapshot changed = new TextCodec().read(file, TagProfile.DEFAULT);
      assertThat(changed.fields().get(TagField.GENRE).values())
          .isEqualTo(plan.changes().isEmpty() ? before : plan.changes().get(0).after());
      new Undo(journal, CODECS, WRITER).undo(run.id(), false, UndoListener.NONE);

      assertThat(new TextCodec().read(file, TagProfile.DEFAULT)).isEqualTo(old);
    } finally {
      delete(folder);
    }
  }

  private static TagPlan plan(Path file, TagSnapshot old, List<String> heard, Policy policy) {
    List<LabelScore> labels = heard.stream().map(label -> new LabelScore(label, 0.5)).toList();
    return new TagPlanner(Taxonomy.standard())
        .plan(
            new Track(file, "test"),
            old,
            List.of(new Verdict(Task.GENRE, "model-1", labels, labels, "")),
            Map.of(Task.GENRE, heard.stream().collect(Collectors.toMap(h -> h, h -> h))),
            new PlanSettings(policy, Set.of(TagField.GENRE)));
  }

  private static Path song(Path folder, List<String> genres) throws Exception {
    Path bare = Files.write(folder.resolve("bare.txt"), TextCodec.file("TITLE=1\n", "audio"));
    if (genres.isEmpty()) {
      return bare;
    }
    Path song = folder.resolve("song.txt");
    TagEdit edit = new TagEdit(Map.of(TagField.GENRE, new TagEdit.SetValues(genres)));
    new TextCodec().rewrite(bare, song, edit, TagProfile.DEFAULT);
    return song;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
