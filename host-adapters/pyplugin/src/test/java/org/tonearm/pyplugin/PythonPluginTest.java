package org.tonearm.pyplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostPlugin;
import org.tonearm.testkit.PythonSuite;

final class PythonPluginTest {
  @Test
  void theWorkerWorks() throws IOException, InterruptedException {
    Path resources = Path.of("src/main/resources/org/tonearm/pyplugin").toAbsolutePath();
    new PythonSuite(Path.of("src/test/python")).run(Map.of("PYTHONPATH", resources.toString()));
  }

  @Test
  void bringsTheSharedFilesThatAreAskedFor() {
    HostPlugin plugin =
        new PythonPlugin(
                PythonPlugin.class,
                List.of(),
                List.of(PythonPlugin.WORKER, PythonPlugin.BACKGROUND))
            .in(Path.of("/plugins"), "Restart it.");
    assertThat(plugin.files()).containsOnlyKeys("worker.py", "background.py");
    assertThat(plugin.files().get("worker.py")).contains("class Worker");
    assertThat(plugin.folder()).isEqualTo(Path.of("/plugins/tonearm"));
  }

  @Test
  void saysWhichFileABuildLacks() {
    PythonPlugin wrong = new PythonPlugin(PythonPlugin.class, List.of("no.py"), List.of());
    assertThatIllegalStateException()
        .isThrownBy(() -> wrong.in(Path.of("/plugins"), "Restart it."))
        .withMessageContaining("no.py");
  }
}
