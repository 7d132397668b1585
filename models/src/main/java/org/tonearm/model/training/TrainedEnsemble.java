package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.classifier.Hearing;
import org.tonearm.model.classifier.NetworkEnsemble;
import org.tonearm.model.classifier.NetworkGroup;
import org.tonearm.model.network.inference.NarrowedHead;
import org.tonearm.model.network.inference.NetworkWeights;

/**
 * Networks after training on the same clips: of one kind or more, and of a kind such as differ by
 * their first weights and by chance.
 *
 * @param members at least one, kind by kind, in order of their seeds
 */
public record TrainedEnsemble(List<TrainedNetwork> members) {
  /** Copies the list. */
  public TrainedEnsemble {
    members = List.copyOf(members);
  }

  /** The same networks, which answer a plan's question with the plan's labels alone. */
  TrainedEnsemble telling(TrainingPlan plan) {
    int[] outputs = plan.outputs();
    return new TrainedEnsemble(
        members.stream()
            .map(
                member ->
                    new TrainedNetwork(
                        NarrowedHead.of(member.weights(), plan.head(), outputs),
                        member.standardizer(),
                        member.curve()))
            .toList());
  }

  /** The weights of each. */
  public List<NetworkWeights> weights() {
    return members.stream().map(TrainedNetwork::weights).toList();
  }

  /** The networks by what they hear, in the order of the first of each. */
  public List<NetworkGroup> groups() {
    Map<Hearing, List<TrainedNetwork>> alike = new LinkedHashMap<>();
    members.forEach(
        m -> alike.computeIfAbsent(Hearing.of(m.weights()), h -> new ArrayList<>()).add(m));
    return alike.values().stream().map(TrainedEnsemble::group).toList();
  }

  /** The standardizer is that of the clips, and so the same for each. */
  private static NetworkGroup group(List<TrainedNetwork> alike) {
    TrainedNetwork first = alike.get(0);
    return new NetworkGroup(
        first.standardizer(), alike.stream().map(TrainedNetwork::weights).toList());
  }

  /** The networks as one listener for one of their softmax heads; the caller closes it. */
  public NetworkEnsemble listener(String head) {
    return new NetworkEnsemble(groups(), head);
  }
}
