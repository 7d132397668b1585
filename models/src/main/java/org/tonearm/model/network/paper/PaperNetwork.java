package org.tonearm.model.network.paper;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * One network of a paper: what it hears, how it is built and trained, and how its outputs become a
 * track's label. Stateless and thread-safe.
 */
public interface PaperNetwork {

  /** Short name, lower case with hyphens, such as {@code dai-lstm-512-512}. */
  String id();

  /**
   * The network whose training serves this one too; itself, unless they differ in their decision
   * only. Input, schedule and {@link #build} are then the same.
   */
  default String trainedAs() {
    return id();
  }

  /**
   * Raised by one whenever a change of {@link #build} makes other figures, so that records and
   * checkpoints of the network as it was do not pass for its own.
   */
  default int revision() {
    return 1;
  }

  /** Paper and place, such as {@code Dai et al., 2.2, equations 3 to 9, Table 3}. */
  String source();

  /**
   * What the paper reports for it, in the paper's own terms; empty where it states none. At most
   * one is the mark. All are on genres: no paper states a figure on moods.
   */
  List<PaperFigure> figures();

  /** What it hears. */
  PaperInput input();

  /** How it is trained. */
  Schedule schedule();

  /** How the outputs of a track's pieces or frames become one label. */
  Decision decision();

  /**
   * A network with fresh parameters, ready to fit. Its only input is shaped as {@link PaperInput}
   * says; its only output is a probability a class, [batch, classes], or one a class and frame,
   * [batch, classes, frames].
   *
   * @param dimensions values a frame of the feature
   * @param classes number of labels
   * @param seed of the initial parameters and of dropout
   */
  ComputationGraph build(int dimensions, int classes, long seed);
}
