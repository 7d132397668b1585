package org.tonearm.spark.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;

final class JavaHomeTest {
  private static final String WHOLE =
      "java.base java.management java.naming java.security.jgss jdk.security.auth";

  @TempDir private Path folder;

  @Test
  void theUsersOwnComesFirst() throws Exception {
    Path named = java("named", "21.0.2", WHOLE);
    Path own = java("own", "17.0.9", WHOLE);
    assertThat(JavaHome.find(Map.of("JAVA_HOME", named.toString()), own).folder()).isEqualTo(named);
    assertThat(JavaHome.find(Map.of(), own).folder()).isEqualTo(own);
  }

  @Test
  void theOneOfAPackageGivesWayToTheOneOnThePath() throws Exception {
    Path own = java("own", "17.0.9", "java.base java.management java.naming");
    Path whole = java("jdk", "17", WHOLE);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("java"), whole.resolve("bin/java"));
    assertThat(JavaHome.find(Map.of("PATH", bin.toString()), own).folder())
        .isEqualTo(whole.toRealPath());
  }

  @Test
  void otherVersionsAreNotTaken() throws Exception {
    Path eight = java("eight", "1.8.0_392", WHOLE);
    Path later = java("later", "25.0.1", WHOLE);
    assertThatThrownBy(
            () ->
                JavaHome.find(
                    Map.of("JAVA_HOME", later.toString(), "PATH", eight + "/bin"),
                    java("own", "17.0.9", "java.base")))
        .isInstanceOf(ConfigurationException.class)
        .hasFieldOrPropertyWithValue("code", "no-java")
        .hasMessageContaining("is Java 25.0.1, not 17 or 21")
        .hasMessageContaining("java.security.jgss")
        .hasMessageContaining("1.8.0_392")
        .extracting("remedy")
        .asString()
        .contains("JAVA_HOME");
  }

  @Test
  void theJavaOfTheTestsIsFound() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        java.util.Set.of(17, 21).contains(Runtime.version().feature()));
    Path own = Path.of(System.getProperty("java.home"));
    assertThat(JavaHome.find(Map.of(), own).folder()).isEqualTo(own);
  }

  private Path java(String name, String version, String modules) throws Exception {
    Path home = folder.resolve(name);
    Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
    return home;
  }
}
