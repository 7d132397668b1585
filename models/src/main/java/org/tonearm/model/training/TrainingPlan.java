package org.tonearm.model.training;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.model.dataset.Clip;

/**
 * What is trained for a task: which clips count, and which questions the network is asked beside
 * the main one. A trunk that answers several questions hears more (seed data is small).
 *
 * @param task the task
 * @param labels the main question's labels
 * @param label a clip's label, "" if it has none
 * @param head name of the network's head that answers the main question
 */
public record TrainingPlan(
    Task task, List<String> labels, Function<Clip, String> label, String head) {

  private static final double SHORTEST_SECONDS = 8;

  /** The plan of a task's usual question. */
  public static TrainingPlan of(Task task) {
    return switch (task) {
      case GENRE -> new TrainingPlan(task, Targets.GENRES, Targets::genre, "genre");
      case MOOD -> new TrainingPlan(task, Targets.QUADRANTS, Targets::quadrant, "quadrant");
    };
  }

  /**
   * The plan of a question that answers a task.
   *
   * @param question {@code genre}; {@code quadrant} or {@code cluster} for mood; "" for the usual
   *     one
   * @throws ConfigurationException if the question does not answer the task
   */
  public static TrainingPlan of(Task task, String question) throws ConfigurationException {
    TrainingPlan usual = of(task);
    if (question.isEmpty() || question.equals(usual.head())) {
      return usual;
    }
    if (task == Task.MOOD && question.equals("cluster")) {
      return new TrainingPlan(task, Targets.CLUSTERS, Targets::cluster, "cluster");
    }
    throw new ConfigurationException(
        "option",
        "the question " + question + " does not tell the " + task.word(),
        "Ask for genre with --task genre, for quadrant or cluster with --task mood.");
  }

  /** The same question with those labels alone that figures can be stated on, in their order. */
  public TrainingPlan among(List<Clip> clips) {
    Set<String> present =
        clips.stream().filter(this::scored).map(label).collect(Collectors.toSet());
    return new TrainingPlan(task, labels.stream().filter(present::contains).toList(), label, head);
  }

  /** Numbers of the labels among the outputs of the network's head, which knows all there are. */
  int[] outputs() {
    List<String> all =
        heads(List.of(), 1).stream()
            .filter(h -> h.name().equals(head))
            .findFirst()
            .orElseThrow()
            .labels();
    return labels.stream().mapToInt(all::indexOf).toArray();
  }

  /** Names task and question in reports, such as {@code mood} or {@code mood, by cluster}. */
  public String title() {
    return head.equals(of(task).head()) ? task.word() : task.word() + ", by " + head;
  }

  /**
   * The network's heads, the same for every task: one trunk hears for all. The loss of a head with
   * many sigmoids is their mean times its weight. Where too few clips carry mood words, that head
   * is left out.
   *
   * @param training clips of the training part: the mood words are chosen on them alone
   * @param clusterWeight weight of the clusters' loss; that of the genres is 1
   */
  public static List<LabelHead> heads(List<Clip> training, double clusterWeight) {
    return Stream.of(
            Targets.genreHead(1),
            Targets.quadrantHead(1),
            Targets.clusterHead(clusterWeight),
            Targets.wordHead(3, training),
            Targets.emotionHead(0.5),
            Targets.ratingHead(0.5))
        .filter(head -> !head.labels().isEmpty())
        .toList();
  }

  /**
   * True for clips that figures are stated on, and that statistics are trained on: labelled, eight
   * seconds or longer, and not of the one-source hard techno set, which would flatter.
   */
  public boolean scored(Clip clip) {
    return !label.apply(clip).isEmpty()
        && longEnough(clip)
        && !clip.dataset().equals("genre_hardtechno");
  }

  /** True for clips of eight seconds or more, or of a length that no manifest tells. */
  static boolean longEnough(Clip clip) {
    return !(clip.seconds() < SHORTEST_SECONDS);
  }

  /** Index of a clip's label. */
  public int truth(Clip clip) {
    return labels.indexOf(label.apply(clip));
  }
}
