package org.tonearm.model.training;

import java.util.List;
import org.tonearm.model.classifier.NetworkEnsemble;
import org.tonearm.model.network.inference.NarrowedHead;
import org.tonearm.model.network.inference.NetworkWeights;
import org.tonearm.model.statistics.Standardizer;

/**
 * Networks after training on the same clips, which differ by their first weights and by chance.
 *
 * @param members at least one, in order of their seeds
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

  /** Of their frames: that of the clips, and so the same for each. */
  public Standardizer standardizer() {
    return members.get(0).standardizer();
  }

  /** The networks as one listener for one of their softmax heads; the caller closes it. */
  public NetworkEnsemble listener(String head) {
    return new NetworkEnsemble(weights(), standardizer(), head);
  }
}
