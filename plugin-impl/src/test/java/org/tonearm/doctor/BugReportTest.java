package org.tonearm.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.configuration.Effective;
import org.tonearm.configuration.Origin;

final class BugReportTest {
  /** Words that stand in the made-up files, each of which would tell something of somebody. */
  private static final List<String> SECRETS =
      List.of("ann", "wedding", "Straße", "mp3", "secret", "Polka", "/home", "C:\\", "mine-1");

  @TempDir Path temp;
  private Path data;
  private Path configuration;

  @BeforeEach
  void fill() throws IOException {
    data = Files.createDirectories(temp.resolve("data"));
    configuration = temp.resolve("tonearm.toml");
    Files.writeString(configuration, "[tagging]\nprotected = ['genre']\n# secret\n");
    Files.createDirectories(data.resolve("watch"));
    Files.write(data.resolve("journal.db"), new byte[123]);
    Files.writeString(data.resolve("ann-wedding.txt"), "secret");
    Files.writeString(
        data.resolve("watch/watch.log"),
        """
        2026-11-01 10:00:00 Watching /home/ann/Straße.
        2026-11-01 10:00:01 written    /home/ann/wedding failed [live] health.mp3
        2026-11-01 10:00:01            genre  empty -> Polka  (fill)
        2026-11-01 10:00:02 failed     C:\\ann\\wedding [secret].mp3: no room. [no-space] Make room on /home.
        2026-11-01 10:00:03 health     waiting; 2 waiting; since 2026-11-01 10:00:00: 3 written, 1 failed; last problem: /home/ann: full
        2026-11-01 10:00:04 ended      ann; 2 waiting; since secret
        secret without a time
        """);
  }

  @Test
  void nothingTellsOfFilesOrPeople() throws IOException {
    Path zip = temp.resolve("report.zip");
    report(false).write(zip);
    for (String secret : SECRETS) {
      assertThat(all(zip).toLowerCase(Locale.ROOT)).doesNotContain(secret.toLowerCase(Locale.ROOT));
    }
    assertThat(all(zip)).doesNotContain(temp.toString());
  }

  @Test
  void whatHelpsIsKept() throws IOException {
    Map<String, String> texts = report(false).texts();
    assertThat(texts.get("watch/watch.log").lines())
        .containsExactly(
            "2026-11-01 10:00:00 …",
            "2026-11-01 10:00:01 written …",
            "2026-11-01 10:00:01 …",
            "2026-11-01 10:00:02 failed … [no-space]",
            "2026-11-01 10:00:03 health waiting; 2 waiting; since 2026-11-01 10:00:00: 3 written,"
                + " 1 failed",
            "2026-11-01 10:00:04 ended …",
            "…");
    assertThat(texts.get("findings.txt").lines())
        .containsExactly(
            "GOOD  Versions  Tonearm 1; Java 17",
            "GOOD  Journal  …: writable, 1,234 MiB free",
            "FAULT  Decoder  …",
            "GOOD  Genre models  2 installed");
    assertThat(texts.get("settings.txt").lines())
        .containsExactly("tagging.protected = …", "listening.thresholds.… = 0.7");
    assertThat(texts.get("files.txt"))
        .contains("journal.db: 123 bytes", "index.db: not there", "watch: 1 entries");
    assertThat(texts.get("versions.txt")).contains("java.version = ", "TONEARM_HOME");
    assertThat(texts).doesNotContainKey("tonearm.toml");
  }

  @Test
  void withNamesAllIsInIt() throws IOException {
    Path zip = temp.resolve("report.zip");
    report(true).write(zip);
    assertThat(all(zip)).contains("/home/ann/Straße", "protected = ['genre']", "mine-1", "Polka");
  }

  @Test
  void noFileIsReplaced() throws IOException {
    Path taken = Files.writeString(temp.resolve("taken.zip"), "mine");
    assertThatThrownBy(() -> report(false).write(taken))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(taken).hasContent("mine");
  }

  private BugReport report(boolean names) {
    return new BugReport(
        List.of(
            Finding.good("Versions", "Tonearm 1; Java 17"),
            Finding.good("Journal", "/home/ann/data: writable, 1,234 MiB free"),
            Finding.fault("Decoder", "no libavcodec in /home/ann/wedding", "Ask ann."),
            Finding.good("Genre models", "genre-1, mine-1")),
        List.of(
            new Effective("tagging.protected", "[\"genre\"]", new Origin.InFile(configuration, 2)),
            new Effective("listening.thresholds.Polka", "0.7", new Origin.InFile(configuration, 3)),
            new Effective("watch.poll", "\"auto\"", new Origin.Standard())),
        data,
        configuration,
        names);
  }

  /** Names and contents of all entries. */
  private static String all(Path zip) throws IOException {
    List<String> parts = new ArrayList<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : Collections.list(file.entries())) {
        parts.add(entry.getName());
        parts.add(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    // Names of Tonearm's own parts, as they stand on every machine.
    return String.join("\n", parts).replaceAll("(?m)^.*\\.jar$", "");
  }
}
