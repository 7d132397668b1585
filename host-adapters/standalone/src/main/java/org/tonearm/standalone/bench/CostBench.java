package org.tonearm.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.suite.cost.NetworkCost;

/** Measures networks of the papers, each in a process of its own and on one thread. */
public final class CostBench {
  private static final String HEAP = "-Xmx4g";

  /**
   * Measures one.
   *
   * @param network its id
   * @throws IllegalStateException if the process fails; it has said why on stderr
   */
  public NetworkCost of(String network) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Where natives lie is among them; sizes of the heap and collectors would count in the memory.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-X") && !option.matches("-(agent|javaagent).*"))
        .forEach(command::add);
    command.addAll(List.of("-XX:+UseSerialGC", HEAP, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(CostProcess.class.getName(), network));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "measuring " + network + " ended with code " + process.exitValue());
      }
      String last = printed.strip().lines().reduce("", (before, line) -> line);
      return new ObjectMapper().readValue(last, NetworkCost.class);
    } finally {
      process.destroyForcibly();
    }
  }
}
