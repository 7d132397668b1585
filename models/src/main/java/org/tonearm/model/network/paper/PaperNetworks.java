package org.tonearm.model.network.paper;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All networks of the papers. Thread-safe. */
public final class PaperNetworks {
  private PaperNetworks() {}

  /** Each network once, paper by paper; ids are unique. */
  public static List<PaperNetwork> all() {
    return Stream.of(
            List.of(new SongLstm()),
            List.of(new BaiLstm(), new BaiSimpleCnn()),
            Stream.of(BaiComplexCnn.Variant.values()).map(BaiComplexCnn::new).toList(),
            List.of(new BaiRcnn()),
            DaiDnn.all(),
            DaiLstm.all(),
            List.of(new WuIndRnn(), new WuLstm(), new WuRnn()),
            List.of(new ShahCnn(), new ShahCrnn()))
        .<PaperNetwork>flatMap(List::stream)
        .toList();
  }

  /** The network of that id; empty where there is none. */
  public static Optional<PaperNetwork> byId(String id) {
    return all().stream().filter(network -> network.id().equals(id)).findFirst();
  }
}
