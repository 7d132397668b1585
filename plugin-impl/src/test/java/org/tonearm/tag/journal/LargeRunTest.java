package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.text.TextCodec;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoReport;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;

/** A run of very many files is read, exported and undone in a process with little memory. */
class LargeRunTest {
  private static final int FILES = 2_000;
  private static final int VALUE = 9_000;

  @TempDir private Path folder;

  /** Would need more memory than it is given, were all entries held at once. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      CodecRegistry codecs = new CodecRegistry(List.of(new TextCodec()));
      try (Journal journal = Journal.open(Path.of(args[0]))) {
        long exported = journal.export(Path.of(args[1]));
        UndoReport report =
            new Undo(journal, codecs, new TagWriter(codecs, SecondReader.NONE))
                .undo(1, false, UndoListener.NONE);
        System.exit(exported == FILES && report.failed() == FILES ? 0 : 1);
      }
    }
  }

  @Test
  void memoryDoesNotGrowWithTheNumberOfFiles() throws Exception {
    Path database = folder.resolve("journal.db");
    Journal.open(database).close();
    JournalSample.fill(database, 1, FILES, VALUE);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx20m",
                "-cp",
                System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                Child.class.getName(),
                database.toString(),
                folder.resolve("export.jsonl").toString())
            .inheritIO()
            .start();
    try {
      assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(child.exitValue()).isZero();
    } finally {
      child.destroyForcibly();
    }
    assertThat(Files.size(folder.resolve("export.jsonl"))).isGreaterThan(2L * FILES * VALUE);
  }
}
