package org.tonearm.api.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostEnvironmentTest {
  @Test
  void homeIsWhereProgramsOfTheSystemLookForIt() {
    Map<String, String> said = Map.of("HOME", "/data/home");
    assertThat(HostEnvironment.home(HostSystem.LINUX, said, "/root"))
        .isEqualTo(Path.of("/data/home"));
    assertThat(HostEnvironment.home(HostSystem.MACOS, Map.of("HOME", "home"), "/root"))
        .isEqualTo(Path.of("/root"));
    assertThat(HostEnvironment.home(HostSystem.LINUX, Map.of(), "/root"))
        .isEqualTo(Path.of("/root"));
    assertThat(HostEnvironment.home(HostSystem.WINDOWS, said, "/root")).isEqualTo(Path.of("/root"));
  }

  @Test
  void foldersOfSettingsAndDataAreAbsolute() {
    HostEnvironment machine =
        new HostEnvironment(
            HostSystem.LINUX,
            Path.of("/home/dj"),
            Map.of("XDG_CONFIG_HOME", "/etc/dj", "XDG_DATA_HOME", "data"),
            Set::of);
    assertThat(machine.xdgConfigHome()).isEqualTo(Path.of("/etc/dj"));
    assertThat(machine.xdgDataHome()).isEqualTo(Path.of("/home/dj/.local/share"));
  }

  @Test
  void programsAreNamedAlikeOnAllSystems() {
    assertThat(HostEnvironment.name("C:\\Program Files\\Picard\\Picard.exe")).isEqualTo("picard");
    assertThat(HostEnvironment.name("/usr/bin/quodlibet")).isEqualTo("quodlibet");
  }
}
