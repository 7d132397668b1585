package org.tonearm.installer.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each command block of README, CONTRIBUTING and the pages is run as it stands, by a shell in a
 * home with music and libraries of music programs. A block that can't be run says why in a comment
 * before it; its commands must be right as far as that can be told. With {@code
 * -Dtonearm.pages=docs/hosts} only blocks of pages are run whose path has that pattern in it.
 */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledOnOs(OS.LINUX)
final class PageCommandsTest {
  private static final Set<String> LANGUAGES = Set.of("", "sh", "text", "toml", "yaml", "java");

  /** Places that pages name outside of the home folder, and what stands for them here. */
  private static final Map<String, String> PLACES =
      Map.of("/srv/music", "~/Music", "/media/new-drive", "~/new-drive");

  /** The run that pages take as an example. */
  private static final int RUN = 17;

  private final Path root = Path.of("").toAbsolutePath().getParent();
  private final Map<String, Integer> notRun = new TreeMap<>();
  private int ran;
  private List<Block> blocks;
  private PageShell shell;
  private Snapshot before;

  @BeforeAll
  void furnish(@TempDir Path scratch) throws Exception {
    blocks = new Pages(root).blocks();
    shell = new PageShell(scratch);
    Path home = scratch.resolve("home");
    Path work = scratch.resolve("work");
    ScratchMusic music = new ScratchMusic(home);
    music.make(work);
    new HostLibraries(home, music.tracks()).make();
    Files.copy(scratch.resolve("bin/tonearm"), work.resolve("tonearm"));
    Path docs = Files.createDirectories(work.resolve("docs"));
    Files.copy(root.resolve("docs/TerminalPicture.java"), docs.resolve("TerminalPicture.java"));
    good("tonearm history");
    Databases.order(
        home.resolve(".local/share/tonearm/journal.db"),
        "INSERT INTO sqlite_sequence (name, seq) VALUES ('run', " + (RUN - 1) + ")");
    good("tonearm tag ~/Music/albums song.mp3 | tee said && grep -q 'undo " + RUN + "' said");
    good("rm said; tonearm plan ~/Music -o plan.json; tonearm analyze ~/Music");
    before = Snapshot.take(scratch.resolve("kept"), List.of(home, work));
  }

  @AfterAll
  void leave() {
    System.out.printf("Pages: %d blocks of commands were run; not run: %s.%n", ran, notRun);
    if (shell != null) {
      System.out.printf("They took Tonearm %d s of processor time.%n", shell.cpu().toSeconds());
      shell.close();
    }
  }

  @Test
  void everyFenceSaysWhatStandsInIt() {
    assertThat(blocks)
        .allSatisfy(
            block -> assertThat(LANGUAGES).as(block.place(root)).contains(block.language()));
    assertThat(blocks).filteredOn(Block::isCommands).hasSizeGreaterThan(60);
  }

  @Test
  void whatCannotBeRunIsRightAsFarAsCanBeTold() throws IOException {
    UnrunCommands look = new UnrunCommands(root);
    List<String> faults = new ArrayList<>();
    for (Block block : blocks) {
      if (block.isCommands()) {
        faults.addAll(look.faults(block.place(root), asTyped(block)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aWrongCommandWouldBeSeen() throws IOException {
    String wrong =
        "A=b ./tonearm tag --no-such ~/Music   # comment\n"
            + "mvn -q -pl no-such-module -Pno-such -Dtest='NoSuch*' verify\n"
            + "sudo installer/no-such.sh > x\n";
    assertThat(new UnrunCommands(root).faults("here", wrong))
        .hasSize(5)
        .anyMatch(fault -> fault.contains("--no-such"))
        .anyMatch(fault -> fault.contains("installer/no-such.sh"));
  }

  @TestFactory
  Stream<DynamicTest> commands() {
    List<DynamicTest> tests = new ArrayList<>();
    Pattern only = Pattern.compile(System.getProperty("tonearm.pages", ""));
    for (Block block : blocks) {
      if (!only.matcher(block.place(root)).find()) {
        continue;
      }
      if (block.isCommands() && block.reason().isPresent()) {
        notRun.merge(block.reason().get(), 1, Integer::sum);
      } else if (block.isCommands()) {
        tests.add(DynamicTest.dynamicTest(block.place(root), () -> run(block)));
      } else if (block.language().equals("toml")) {
        tests.add(DynamicTest.dynamicTest(block.place(root), () -> check(block)));
      }
    }
    return tests.stream();
  }

  private void run(Block block) throws Exception {
    before.restore();
    for (String first : block.first()) {
      good(first);
    }
    good(asTyped(block));
    ran++;
  }

  /** An example of a configuration is one. */
  private void check(Block block) throws Exception {
    before.restore();
    good("cat >tonearm.toml <<'END'\n" + block.text() + "END\ntonearm config --check tonearm.toml");
    ran++;
  }

  private void good(String script) throws Exception {
    PageShell.Ran done = shell.run(script);
    assertThat(done.code()).as("%s%nsaid:%n%s", script, done.said()).isZero();
  }

  /** What stands in brackets may be left out, and is. */
  private static String asTyped(Block block) {
    String text = block.text().replaceAll(" \\[[A-Z][A-Z.]*\\]", "");
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      text = text.replace(place.getKey(), place.getValue());
    }
    return text;
  }
}
