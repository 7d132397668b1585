package org.tonearm.model.classifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonearm.model.description.SharedWindow;
import org.tonearm.model.feature.Frames;

/**
 * The opinion of several networks: in each group the mean of the networks' log-probabilities, and
 * of the groups the mean of theirs. Thread-safe; holds native memory until closed.
 */
public final class NetworkEnsemble implements AutoCloseable {
  /**
   * A network at work.
   *
   * @param key tells it apart from others
   */
  private record Member(NetworkListener network, NetworkKey key, Hearing hearing) {}

  private final List<List<Member>> groups;

  /**
   * @param groups at least one, with equal outputs of the head
   * @param head name of the softmax head that is asked, of each network
   */
  public NetworkEnsemble(List<NetworkGroup> groups, String head) {
    this.groups = groups.stream().map(group -> members(group, head)).toList();
  }

  private static List<Member> members(NetworkGroup group, String head) {
    return group.networks().stream()
        .map(
            network ->
                new Member(
                    new NetworkListener(network, group.standardizer(), head),
                    NetworkKey.of(network, group.standardizer()),
                    group.hearing()))
        .toList();
  }

  /**
   * Natural logarithms of the head's probabilities, averaged over the networks; with one network,
   * its own.
   *
   * @param window what another model's equal network has said of it is not worked out again
   */
  public double[] logProbabilities(SharedWindow window) {
    Function<Member, NetworkHeard> hear =
        member ->
            window.once(
                member.key(), NetworkHeard.class, () -> member.network().hear(window.frames()));
    return mean(groups.stream().map(alike -> mean(alike, hear)).toList());
  }

  /**
   * What each group alone says of a window whose parts are at hand and not the whole; all together
   * say the mean of that.
   *
   * @param heard the window's frames as networks of a hearing take them
   * @return the groups in their order
   */
  public Map<Hearing, double[]> logProbabilities(Function<Hearing, Frames> heard) {
    Map<Hearing, double[]> said = new LinkedHashMap<>();
    for (List<Member> alike : groups) {
      Hearing hearing = alike.get(0).hearing();
      said.put(hearing, mean(alike, member -> member.network().hear(heard.apply(hearing))));
    }
    return said;
  }

  private static double[] mean(List<Member> alike, Function<Member, NetworkHeard> hear) {
    return mean(alike.stream().map(m -> m.network().logProbabilities(hear.apply(m))).toList());
  }

  /** The mean of rows of equal length. */
  public static double[] mean(List<double[]> rows) {
    double[] mean = new double[rows.get(0).length];
    for (double[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    return mean;
  }

  @Override
  public void close() {
    groups.forEach(alike -> alike.forEach(member -> member.network().close()));
  }
}
