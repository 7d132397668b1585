package org.tonearm.spark.job;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tonearm.spark.command.ClusterMain;

/** A driver in a process of its own, which is killed when it tells that it has come so far. */
final class KilledDriver {
  private KilledDriver() {}

  /**
   * Runs {@code analyze} until it has printed so many lines that match.
   *
   * @return all that it printed
   */
  static List<String> runUntil(
      Pattern pattern, int times, Map<String, String> conf, List<String> arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    command.add("-Xmx1g");
    command.add("-Dlog4j2.configurationFile=org/tonearm/spark/log4j2.properties");
    command.add("-cp");
    command.add(String.join(File.pathSeparator, TestHome.entries()));
    command.add(ClusterMain.class.getName());
    command.addAll(arguments);
    conf.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    int seen = 0;
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (pattern.matcher(line).matches() && ++seen == times) {
          List<ProcessHandle> executors = process.descendants().toList();
          process.destroyForcibly();
          executors.forEach(ProcessHandle::destroyForcibly);
          break;
        }
      }
    }
    process.waitFor();
    return lines;
  }
}
