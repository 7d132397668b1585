package org.tonearm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tonearm.api.Stability;
import org.tonearm.api.host.HostPlugin;

/**
 * Tests in Python ({@code unittest}) of a plugin in Python, run by the Python that Debian's
 * programs run in, since they are installed for that one.
 *
 * @param folder of the tests, with a file {@code test_*.py} each
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record PythonSuite(Path folder) {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /**
   * Runs all of them; skips, with the reason, where there is no such Python or all of them skip.
   *
   * @param environment variables beside those of this process
   */
  public void run(Map<String, String> environment) throws IOException, InterruptedException {
    if (!Files.isExecutable(PYTHON)) {
      System.out.println("Skipped " + folder + ": there is no " + PYTHON);
    }
    assumeTrue(Files.isExecutable(PYTHON), "There is no " + PYTHON + ".");
    ProcessBuilder python =
        new ProcessBuilder(
                PYTHON.toString(), "-W", "ignore", "-B", "-m", "unittest", "discover", "-v")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    python.environment().putAll(environment);
    Process process = python.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    said.lines().filter(line -> line.contains("... skipped")).forEach(System.out::println);
    assumeTrue(said.contains("... ok"), "All tests in " + folder + " skip themselves.");
  }

  /** Writes a plugin's files as the command line does, but for the command; returns its parent. */
  public static Path write(HostPlugin plugin, Path plugins) throws IOException {
    Path folder = Files.createDirectories(plugin.in(plugins).folder());
    for (Map.Entry<String, String> file : plugin.files().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return plugins;
  }
}
