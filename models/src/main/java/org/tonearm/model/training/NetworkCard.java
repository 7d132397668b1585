package org.tonearm.model.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.classifier.NetworkGroup;

/** What a model's card tells of its networks, a sentence or two a kind. */
final class NetworkCard {
  private NetworkCard() {}

  /**
   * In words.
   *
   * @param recipes how the networks were trained, kind by kind; no two hear the same
   * @param groups the networks
   */
  static String markdown(List<EnsembleRecipe> recipes, List<NetworkGroup> groups) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < recipes.size(); i++) {
      NetworkRecipe network = recipes.get(i).network();
      out.append(
          String.format(
              Locale.ROOT,
              "%s: %s, mean and maximum over time, %d parameters, windows of %d frames, %d epochs;"
                  + " hears %s; trained on all labels that the clips carry.%s ",
              recipes.size() == 1 ? "Network" : "Network " + (char) ('A' + i),
              layers(network),
              parameters(groups, network.hearing()),
              network.windowFrames(),
              network.epochs(),
              switch (network.hearing()) {
                case LEADING -> "the scattering coefficients";
                case PICTURES -> "40 mel bands each 46 ms";
              },
              together(recipes.get(i).count())));
    }
    if (recipes.size() > 1) {
      out.append("The kinds of networks count the same. ");
    }
    return out.toString();
  }

  private static long parameters(List<NetworkGroup> groups, Hearing hearing) {
    return groups.stream()
        .filter(group -> group.hearing() == hearing)
        .findFirst()
        .orElseThrow()
        .networks()
        .get(0)
        .parameters();
  }

  private static String layers(NetworkRecipe network) {
    String before = network.layers() + " ";
    return switch (network.cell()) {
      case INDRNN ->
          before
              + "IndRNN layers of "
              + network.width()
              + " units (Wu et al., independent RNN for genres, equations 7 and 8),"
              + " batch-normalised";
      case LSTM ->
          before + "LSTM layers of " + network.width() + " cells (Song et al., equation 1)";
      case GRU ->
          "convolutions of "
              + network.convolutions().orElseThrow().maps().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", "))
              + " maps, and on them "
              + before
              + "GRU layer of "
              + network.width()
              + " units each way in time (after Shah et al., 3.4 to 3.6)";
    };
  }

  private static String together(int count) {
    return count == 1
        ? ""
        : String.format(
            Locale.ROOT,
            " %d such networks, trained from different first weights, are heard together: their"
                + " log-probabilities are averaged.",
            count);
  }
}
