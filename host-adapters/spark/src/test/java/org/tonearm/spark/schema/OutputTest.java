package org.tonearm.spark.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.store.AudioUri;

final class OutputTest {
  @TempDir Path folder;

  /** A store that does not answer when it is asked whether a run is complete. */
  public static final class Away extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("away:///");
    }

    @Override
    public boolean exists(org.apache.hadoop.fs.Path file) throws IOException {
      if (file.getName().equals("_SUCCESS")) {
        throw new IOException("Slow Down (503)");
      }
      return super.exists(file);
    }
  }

  @Test
  void theNewestCompleteRunCountsAndANewerOneIsKnown() throws Exception {
    run("20260101T000000-000", true);
    run("20260102T000000-000", true);
    Output output = new Output(AudioUri.of(folder), new Configuration());
    assertThat(output.find("plan")).contains("20260102T000000-000");
    assertThat(output.unfinished("plan", "20260102T000000-000")).isEmpty();
    run("20260103T000000-000", false);
    assertThat(output.find("plan")).contains("20260102T000000-000");
    assertThat(output.unfinished("plan", "20260102T000000-000")).contains("20260103T000000-000");
    assertThat(output.find("inputs")).isEmpty();
  }

  @Test
  void aRunIsNewerThanThoseThatAreThereWhateverTheClockSays() throws Exception {
    Output output = new Output(AudioUri.of(folder), new Configuration());
    String first = output.newRun("plan");
    assertThat(first).isBetween(Output.newRun().substring(0, 2), Output.newRun());
    run("20990101T000000-999", true);
    assertThat(output.newRun("plan")).isEqualTo("20990101T000001-000");
    assertThat(output.newRun("inputs")).isLessThan("2099");
  }

  @Test
  void aStoreThatIsAwayMakesNoOlderRunTheNewest() throws Exception {
    run("20260101T000000-000", true);
    Configuration away = new Configuration();
    away.set("fs.away.impl", Away.class.getName());
    Output output = new Output(AudioUri.of(folder).replaceFirst("file:", "away:"), away);
    assertThatThrownBy(() -> output.find("plan")).isInstanceOf(IOException.class);
  }

  private void run(String name, boolean complete) throws IOException {
    Path run = Files.createDirectories(folder.resolve("plan/run=" + name));
    if (complete) {
      Files.createFile(run.resolve("_SUCCESS"));
    }
  }
}
