package org.tonearm.model.training;

import java.util.List;
import java.util.stream.Stream;
import org.tonearm.model.dataset.Clip;

/**
 * The questions that are answered before the main one: all that the manifests say of clips. Each is
 * learned from the clips that answer it.
 */
final class Questions {
  private Questions() {}

  /**
   * Genre, quadrant, cluster, category, mood words, emotions, valence and arousal, genre words;
   * those that any clip answers.
   *
   * @param training clips of the training part: words and categories are chosen on them alone
   */
  static List<LabelHead> of(List<Clip> training) {
    return Stream.of(
            Targets.genreHead(1),
            Targets.quadrantHead(1),
            Targets.clusterHead(1),
            Targets.categoryHead(1, training),
            Targets.wordHead(1, training),
            Targets.emotionHead(1),
            Targets.ratingHead(1),
            Targets.genreWordHead(1, training))
        .filter(question -> !question.labels().isEmpty())
        .filter(q -> training.stream().anyMatch(clip -> q.target().apply(clip).isPresent()))
        .toList();
  }
}
