package org.tonearm.picard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostSystem;
import org.tonearm.testkit.HostAdapterCompatibilityKit;
import org.tonearm.testkit.PythonSuite;

final class PicardHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) {
    return host(HostSystem.LINUX, Map.of());
  }

  private HostAdapter host(HostSystem system, Map<String, String> variables, String... running) {
    return new PicardHost(new HostEnvironment(system, elsewhere, variables, () -> Set.of(running)));
  }

  @Test
  void knowsWherePicardLooksForPlugins() {
    assertThat(host(HostSystem.LINUX, Map.of()).plugin().orElseThrow().folder())
        .isEqualTo(elsewhere.resolve(".config/MusicBrainz/Picard/plugins/tonearm"));
    assertThat(
            host(HostSystem.LINUX, Map.of("XDG_CONFIG_HOME", elsewhere.resolve("x").toString()))
                .plugin()
                .orElseThrow()
                .plugins())
        .isEqualTo(elsewhere.resolve("x/MusicBrainz/Picard/plugins"));
    assertThat(
            host(HostSystem.MACOS, Map.of("PICARD_PLUGIN_DIR", elsewhere.resolve("own").toString()))
                .plugin()
                .orElseThrow()
                .plugins())
        .isEqualTo(elsewhere.resolve("own"));
  }

  @Test
  void warnsWhilePicardRuns() {
    assertThat(host(HostSystem.LINUX, Map.of(), "picard").hazards()).hasSize(1);
    assertThat(host(HostSystem.LINUX, Map.of(), "other").hazards()).isEmpty();
  }

  @Test
  void thePluginWorksInPicard() throws IOException, InterruptedException {
    Path plugins =
        PythonSuite.write(adapterFor(folder).plugin().orElseThrow(), elsewhere.resolve("plugins"));
    new PythonSuite(Path.of("src/test/python"))
        .run(
            Map.of(
                "PLUGIN_FOLDER",
                plugins.toString(),
                "QT_QPA_PLATFORM",
                "offscreen",
                "HOME",
                elsewhere.toString(),
                "FAKE_TONEARM",
                Path.of("../pyplugin/src/test/python/fake_tonearm.py")
                    .toAbsolutePath()
                    .normalize()
                    .toString()));
  }
}
