package org.tonearm.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tonearm.api.ConfigurationException;
import org.tonearm.backend.TrainingPack;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.PaperNetworks;
import org.tonearm.model.suite.cost.NetworkCost;
import org.tonearm.model.suite.cost.NetworkCosts;
import org.tonearm.standalone.bench.CostBench;

/** {@code tonearm bench networks}: what each network of the papers costs on this computer. */
final class NetworkBench {
  private static final double MEBI = 1 << 20;

  private final Workplace workplace;
  private final boolean json;

  NetworkBench(Workplace workplace, boolean json) {
    this.workplace = workplace;
    this.json = json;
  }

  /**
   * Measures and tells.
   *
   * @param ids of the networks; empty for all
   * @param out folder of a table of the papers, which keeps the costs; null for none
   */
  int run(Set<String> ids, Path out)
      throws IOException, InterruptedException, ConfigurationException {
    TrainingPack.ofThisComputer().demand("bench networks");
    List<String> networks = networks(ids);
    List<NetworkCost> costs = new ArrayList<>();
    try (TrainingProgress progress = new TrainingProgress(workplace.terminal())) {
      progress.progress("networks", 0, networks.size(), networks.get(0));
      for (String network : networks) {
        workplace.cancellation().check();
        costs.add(new CostBench().of(network));
        progress.progress("networks", costs.size(), networks.size(), network);
      }
    }
    if (out != null) {
      new NetworkCosts(costs).keep(out);
    }
    if (json) {
      workplace.terminal().out().println(new ObjectMapper().writeValueAsString(costs));
    } else {
      show(costs);
    }
    return ExitCode.GOOD;
  }

  /** Networks that differ in their decision alone are one. */
  private static List<String> networks(Set<String> ids) throws ConfigurationException {
    List<PaperNetwork> all = PaperNetworks.all();
    List<String> known = all.stream().map(PaperNetwork::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new ConfigurationException(
            "option",
            "--network names " + id + ", which is no network of the papers",
            "Give one of these: " + String.join(", ", known));
      }
    }
    return all.stream()
        .filter(network -> ids.isEmpty() || ids.contains(network.id()))
        .map(PaperNetwork::trainedAs)
        .distinct()
        .toList();
  }

  private void show(List<NetworkCost> costs) {
    PrintStream out = workplace.terminal().out();
    out.println(
        "network             parameters  CPU s a step  CPU ms per 30 s  memory MiB  without");
    for (NetworkCost cost : costs) {
      out.printf(
          Locale.ROOT,
          "%-18s %,11d %13.4f %16.1f %11.0f %8.0f%n",
          cost.network(),
          cost.parameters(),
          cost.secondsPerStep(),
          cost.inferenceMillis(),
          cost.peakBytes() / MEBI,
          cost.programBytes() / MEBI);
    }
  }
}
