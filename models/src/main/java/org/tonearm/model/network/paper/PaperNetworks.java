package org.tonearm.model.network.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All networks of the papers. Thread-safe. */
public final class PaperNetworks {
  private PaperNetworks() {}

  /** Each network once, paper by paper; ids are unique. */
  public static List<PaperNetwork> all() {
    return Stream.of(DaiDnn.all(), DaiLstm.all(), List.of(new ShahCnn(), new ShahCrnn()))
        .<PaperNetwork>flatMap(List::stream)
        .toList();
  }

  /** The network of that id; empty where there is none. */
  public static Optional<PaperNetwork> byId(String id) {
    return all().stream().filter(network -> network.id().equals(id)).findFirst();
  }
}
