package org.tonearm.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.PaperNetworks;
import org.tonearm.model.suite.PaperExtractors;
import org.tonearm.model.suite.cost.CostTrial;

/**
 * The process that measures one network of a paper, whose id it is given. Prints its cost as JSON.
 */
public final class CostProcess {
  /** As many as the shipped model of genres tells. */
  private static final int LABELS = 14;

  private CostProcess() {}

  /** Measures once. */
  public static void main(String[] arguments) throws IOException {
    PaperNetwork network = PaperNetworks.byId(arguments[0]).orElseThrow();
    LongSupplier cpu = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    CostTrial trial = new CostTrial(cpu, CostProcess::peak);
    System.out.println(
        new ObjectMapper()
            .writeValueAsString(
                trial.measure(
                    network, new PaperExtractors().of(network.input().feature()), LABELS)));
  }

  private static long peak() {
    try {
      return PeakMemory.process();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
