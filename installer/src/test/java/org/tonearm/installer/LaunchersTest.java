package org.tonearm.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the two launchers, of a clone and of a package, hand on to Java. A stand-in tells it. */
@DisabledOnOs(OS.WINDOWS)
final class LaunchersTest {
  private final Path root = Path.of("").toAbsolutePath().getParent();

  @TempDir Path temp;

  @Test
  void temporaryFilesGoWhereTmpdirSays() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("else where"));
    for (List<String> command : List.of(ofAClone(), ofAPackage())) {
      String said = run(command, Map.of("TMPDIR", elsewhere.toString()));
      assertThat(said).contains("[-Djava.io.tmpdir=" + elsewhere + "]\n", "[demo]\n");
      assertThat(run(command, Map.of("TMPDIR", "")))
          .contains("[demo]\n")
          .doesNotContain("java.io.tmpdir", "TMPDIR");
      assertThat(run(command, Map.of("TMPDIR", temp.resolve("none").toString())))
          .contains("TMPDIR names no folder", "[demo]\n")
          .doesNotContain("java.io.tmpdir");
    }
  }

  @Test
  void aLocaleThatIsNotInstalledGivesWayToOneThatIs() throws Exception {
    for (List<String> command : List.of(ofAClone(), ofAPackage())) {
      assertThat(run(command, Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "xx_XX.UTF-8")))
          .contains("LC_ALL=C.UTF-8\n");
      assertThat(run(command, Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "C.UTF-8")))
          .contains("LC_ALL=\n");
    }
  }

  @Test
  void theyStartByARelativeNameWhateverCdpathHolds() throws Exception {
    ofAClone();
    ofAPackage();
    for (String name : List.of("clone/tonearm", "package/bin/tonearm")) {
      assertThat(run(List.of("sh", name, "demo"), Map.of("CDPATH", temp.toString())))
          .contains("[-Dtonearm.launcher=" + temp.toRealPath().resolve(name) + "]\n", "[demo]\n");
    }
  }

  @Test
  void onlyThePanelMayLookForAScreen() throws Exception {
    for (String name : List.of(ofAClone().get(1), ofAPackage().get(1))) {
      for (List<String> words :
          List.of(
              List.of("panel"), List.of("--verbose", "panel", "x"), List.of("bench", "panel"))) {
        assertThat(run(started(name, words), Map.of())).doesNotContain("java.awt.headless");
      }
      for (List<String> words :
          List.of(List.<String>of(), List.of("tag", "panel"), List.of("bench", "scan", "panel"))) {
        assertThat(run(started(name, words), Map.of())).contains("[-Djava.awt.headless=true]\n");
      }
    }
  }

  @Test
  void aPackOfAnotherVersionIsPassedOverWithAWord() throws Exception {
    List<String> command = ofAPackage();
    Path packs = temp.toRealPath().resolve("package/packs");
    for (String pack : List.of("training", "cuda")) {
      Files.createDirectories(packs.resolve(pack));
      Files.writeString(packs.resolve(pack + "/id"), pack.equals("cuda") ? "0123\n" : "4567\n");
    }
    assertThat(run(command, Map.of()))
        .contains("a pack of another version", packs + "/training/\n", packs + "/cuda/*")
        .doesNotContain("training/*");
  }

  @Test
  void whatWasPreparedIsOfThisPlaceAndVersion() throws Exception {
    List<String> command = ofAPackage();
    Path home = temp.toRealPath().resolve("package");
    assertThat(run(command, Map.of())).contains("preparing").doesNotContain("SharedArchiveFile");
    run(List.of(command.get(0), command.get(1), "--prepare"), Map.of("PREPARES", "yes"));
    assertThat(run(command, Map.of()))
        .contains("[-XX:SharedArchiveFile=" + home + "/lib/classes-0123-")
        .doesNotContain("preparing");
    Files.writeString(home.resolve("lib/app/id"), "89ab\n");
    assertThat(run(command, Map.of("PREPARES", "yes")))
        .contains("preparing", "[-XX:SharedArchiveFile=" + home + "/lib/classes-89ab-");
    try (Stream<Path> kept = Files.list(home.resolve("lib"))) {
      assertThat(kept.map(f -> f.getFileName().toString()).filter(n -> n.contains("classes")))
          .hasSize(1);
    }
    assertThat(home.resolve("lib/.preparing")).doesNotExist();
  }

  private List<String> ofAClone() throws IOException {
    Path clone = Files.createDirectories(temp.resolve("clone"));
    Path java = temp.resolve("jdk/bin/java");
    standIn(java);
    Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
    for (String module :
        List.of("plugin-api", "models", "plugin-impl", "host-adapters", "installer")) {
      Files.createDirectories(clone.resolve(module));
    }
    Files.writeString(clone.resolve("pom.xml"), "");
    Path built = Files.createDirectories(clone.resolve("installer/target/tonearm"));
    Files.writeString(built.resolve("classpath"), "");
    return launcher(root.resolve("tonearm"), clone.resolve("tonearm"));
  }

  private List<String> ofAPackage() throws IOException {
    Path home = Files.createDirectories(temp.resolve("package"));
    standIn(home.resolve("lib/runtime/bin/java"));
    Files.createDirectories(home.resolve("lib/app"));
    Files.writeString(home.resolve("lib/app/order"), "a.jar\n");
    Files.writeString(home.resolve("lib/app/id"), "0123\n");
    return launcher(root.resolve("installer/src/packaging/tonearm"), home.resolve("bin/tonearm"));
  }

  private static List<String> launcher(Path script, Path place) throws IOException {
    Files.createDirectories(place.getParent());
    Files.copy(script, place);
    return List.of("sh", place.toString(), "demo");
  }

  private static List<String> started(String launcher, List<String> words) {
    return Stream.concat(Stream.of("sh", launcher), words.stream()).toList();
  }

  private static void standIn(Path java) throws IOException {
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        """
        #!/bin/sh
        printf '[%s]\\n' "$@"
        echo "LC_ALL=${LC_ALL-}"
        for word; do
          case ${PREPARES-}$word in
            yes-XX:ArchiveClassesAtExit=*) echo made >"${word#*=}" ;;
          esac
        done
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String run(List<String> command, Map<String, String> variables) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
    builder.directory(temp.toFile());
    builder.environment().put("JAVA_HOME", temp.resolve("jdk").toString());
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
