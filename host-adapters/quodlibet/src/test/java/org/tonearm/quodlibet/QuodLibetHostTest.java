package org.tonearm.quodlibet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostLibrary.Support;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.testkit.HostAdapterCompatibilityKit;
import org.tonearm.testkit.PythonSuite;

final class QuodLibetHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    String escaped = library.toString().replace("\\", "\\\\").replace(":", "\\:");
    return configured("[library]\nscan = /no\n[settings]\nejects = x\nscan = " + escaped + ":\n");
  }

  private HostAdapter configured(String text) throws IOException {
    Files.createDirectories(elsewhere.resolve(".config/quodlibet"));
    Files.writeString(elsewhere.resolve(".config/quodlibet/config"), text);
    return host();
  }

  private HostAdapter host(String... running) {
    return new QuodLibetHost(
        new HostEnvironment(HostSystem.LINUX, elsewhere, Map.of(), () -> Set.of(running)),
        Optional.empty());
  }

  @Test
  void listsTheFoldersThatTheConfigurationNames() throws IOException {
    Path odd = Files.createDirectories(elsewhere.resolve("a:b \\c"));
    Path home = Files.createDirectories(elsewhere.resolve("mine"));
    Path one = Files.writeString(odd.resolve("one.mp3"), "x");
    Path two = Files.writeString(home.resolve("two.mp3"), "x");
    HostAdapter host =
        configured(
            "[settings]\nscan = "
                + odd.toString().replace("\\", "\\\\").replace(":", "\\:")
                + ":~/mine\n");
    try (var tracks =
        host.tracks(new TrackRequest(List.of(), List.of(), List.of(), problem -> {}))) {
      assertThat(tracks.map(track -> track.path())).containsExactly(one, two);
    }
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThat(host().library().support()).isEqualTo(Support.NOT_FOUND);
    HostAdapter none = configured("[settings]\n");
    assertThat(none.library().support()).isEqualTo(Support.UNSUPPORTED);
    assertThat(none.library().reason()).contains("no music folders");
    assertThat(host("quodlibet").hazards()).hasSize(1);
  }

  @Test
  void knowsWhereQuodLibetLooksForPlugins() throws IOException {
    assertThat(host().plugin().orElseThrow().plugins())
        .isEqualTo(elsewhere.resolve(".config/quodlibet/plugins"));
    Files.createDirectories(elsewhere.resolve(".quodlibet"));
    assertThat(host().plugin().orElseThrow().plugins())
        .isEqualTo(elsewhere.resolve(".quodlibet/plugins"));
  }

  @Test
  void thePluginWorksInQuodLibet() throws IOException, InterruptedException {
    Path plugins = PythonSuite.write(host().plugin().orElseThrow(), elsewhere.resolve("plugins"));
    new PythonSuite(Path.of("src/test/python"))
        .run(
            Map.of(
                "PLUGIN_FOLDER",
                plugins.toString(),
                "HOME",
                elsewhere.toString(),
                "FAKE_TONEARM",
                Path.of("../pyplugin/src/test/python/fake_tonearm.py")
                    .toAbsolutePath()
                    .normalize()
                    .toString()));
  }
}
