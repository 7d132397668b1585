package org.tonearm.model.network.paper;

import java.util.List;
import java.util.Optional;

/** The networks of the papers. */
public final class PaperNetworks {
  private static final List<PaperNetwork> ALL =
      List.of(
          new SongLstm(),
          new BaiLstm(),
          new BaiSimpleCnn(),
          new BaiComplexCnn(BaiComplexCnn.Variant.VOTE_5),
          new BaiComplexCnn(BaiComplexCnn.Variant.VOTE_7),
          new BaiComplexCnn(BaiComplexCnn.Variant.VOTE_HALF),
          new BaiComplexCnn(BaiComplexCnn.Variant.WHOLE),
          new BaiRcnn(),
          new WuIndRnn(),
          new WuLstm(),
          new WuRnn());

  private PaperNetworks() {}

  /** All of them, paper by paper; unmodifiable. */
  public static List<PaperNetwork> all() {
    return ALL;
  }

  /** The one with this {@link PaperNetwork#id()}, if there is one. */
  public static Optional<PaperNetwork> byId(String id) {
    return ALL.stream().filter(network -> network.id().equals(id)).findFirst();
  }
}
