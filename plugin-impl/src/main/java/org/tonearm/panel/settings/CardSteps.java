package org.tonearm.panel.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of a model's card that tells, threshold by threshold, how much was told of held-out
 * clips and how much of that was right.
 *
 * @param steps by rising threshold; none if the card has no such table
 */
public record CardSteps(List<Step> steps) {
  private static final Pattern ROW =
      Pattern.compile("\\| *([01]\\.\\d+) *\\| *([01]\\.\\d+) *\\| *([01]\\.\\d+) *\\|");
  private static final String HEAD = "| threshold | told |";

  /**
   * A row.
   *
   * @param threshold 0 to 1
   * @param told share of the clips that were told, 0 to 1
   * @param right share of these that were right, 0 to 1
   */
  public record Step(double threshold, double told, double right) {}

  /** Copies the list. */
  public CardSteps {
    steps = List.copyOf(steps);
  }

  /** Reads a card in Markdown. */
  public static CardSteps of(String card) {
    List<Step> steps = new ArrayList<>();
    int head = card.indexOf(HEAD);
    if (head < 0) {
      return new CardSteps(steps);
    }
    for (String line : card.substring(head).lines().skip(2).toList()) {
      Matcher row = ROW.matcher(line.strip());
      if (!row.matches()) {
        break;
      }
      steps.add(
          new Step(
              Double.parseDouble(row.group(1)),
              Double.parseDouble(row.group(2)),
              Double.parseDouble(row.group(3))));
    }
    return new CardSteps(steps);
  }

  /** In between two rows, as far from each as the threshold is; empty outside of the table. */
  public Optional<Step> at(double threshold) {
    for (int i = 0; i < steps.size(); i++) {
      Step above = steps.get(i);
      if (above.threshold() == threshold) {
        return Optional.of(above);
      }
      if (above.threshold() > threshold) {
        return i == 0 ? Optional.empty() : Optional.of(between(steps.get(i - 1), above, threshold));
      }
    }
    return Optional.empty();
  }

  private static Step between(Step below, Step above, double threshold) {
    double share = (threshold - below.threshold()) / (above.threshold() - below.threshold());
    return new Step(
        threshold,
        below.told() + share * (above.told() - below.told()),
        below.right() + share * (above.right() - below.right()));
  }
}
