package org.tonearm.model.suite.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.network.paper.PaperNetwork;
import org.tonearm.model.network.paper.Schedule;
import org.tonearm.model.suite.piece.FrameMoments;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.suite.piece.LabelledClip;
import org.tonearm.model.suite.piece.PieceCutter;
import org.tonearm.model.training.TrainingListener;

/**
 * Trains one network of a paper on pieces of clips. Deterministic for a seed and an order of clips;
 * keeps a checkpoint after each epoch, and goes on from the last one when started again.
 * Thread-safe.
 */
public final class PaperTraining {
  private final FrameSource source;
  private final Stopping stopping;
  private final LongSupplier cpuNanos;
  private final TrainingListener listener;

  /**
   * @param source frames of the network's feature
   * @param stopping when it ends
   * @param cpuNanos CPU time of the calling thread, in nanoseconds
   * @param listener told of each epoch, on the training thread
   */
  public PaperTraining(
      FrameSource source, Stopping stopping, LongSupplier cpuNanos, TrainingListener listener) {
    this.source = source;
    this.stopping = stopping;
    this.cpuNanos = cpuNanos;
    this.listener = listener;
  }

  /**
   * What is trained on what.
   *
   * @param stage names it in progress
   * @param network the network
   * @param dimensions values a frame
   * @param classes number of labels
   * @param training clips that it learns from; not empty
   * @param validation clips that tell when it stalls; not empty
   * @param seed of weights, dropout and order
   * @param folder of its checkpoints; made if missing
   */
  public record Job(
      String stage,
      PaperNetwork network,
      int dimensions,
      int classes,
      List<LabelledClip> training,
      List<LabelledClip> validation,
      long seed,
      Path folder) {
    /** Copies the lists. */
    public Job {
      training = List.copyOf(training);
      validation = List.copyOf(validation);
    }
  }

  /**
   * Trains, or loads what has been trained.
   *
   * @throws IOException if frames or checkpoints can't be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public TrainedPaper train(Job job) throws IOException, InterruptedException {
    Schedule schedule = job.network().schedule();
    PieceCutter cutter =
        new PieceCutter(
            job.network().input(), FrameMoments.of(source, job.training(), job.dimensions()));
    ComputationGraph graph = job.network().build(job.dimensions(), job.classes(), job.seed());
    PaperCheckpoint checkpoint = new PaperCheckpoint(job.folder());
    List<Epoch> epochs = checkpoint.epochs();
    checkpoint.restore(graph, epochs);
    Stopping limits =
        new Stopping(
            stopping.patience(),
            stopping.budgetSeconds(),
            Math.min(stopping.longestEpochs(), schedule.longestEpochs()));
    EpochRun run =
        new EpochRun(
            job,
            graph,
            source,
            cutter,
            targets(job, cutter, graph),
            pieces(job.training(), cutter),
            new MachineMeter(cpuNanos));
    while (limits.reason(epochs).isEmpty()) {
      if (schedule.rateFactor() != 1) {
        double rate = schedule.updater().getLearningRate(0, 0);
        graph.setLearningRate(rate * Math.pow(schedule.rateFactor(), epochs.size()));
      }
      Epoch last = run.epoch(epochs.size(), limits.budgetSeconds() - Stopping.spent(epochs));
      graph.incrementEpochCount();
      epochs.add(last);
      checkpoint.save(graph, epochs);
      listener.progress(
          job.stage(),
          epochs.size(),
          limits.longestEpochs(),
          String.format(Locale.ROOT, "loss %.3f, validation %.3f", last.loss(), last.validation()));
    }
    checkpoint.restoreBest(graph, epochs);
    return new TrainedPaper(graph, cutter, epochs, limits.reason(epochs).orElseThrow());
  }

  private PieceTargets targets(Job job, PieceCutter cutter, ComputationGraph graph)
      throws IOException, InterruptedException {
    LabelledClip clip = job.training().get(0);
    PieceCutter.Piece piece = new PieceCutter.Piece(source.frames(clip.clip()), 0, clip.truth());
    try (INDArray one = cutter.array(List.of(piece))) {
      return PieceTargets.of(graph, one, job.classes());
    }
  }

  private long pieces(List<LabelledClip> clips, PieceCutter cutter)
      throws IOException, InterruptedException {
    long pieces = 0;
    for (LabelledClip clip : clips) {
      pieces += cutter.count(source.frames(clip.clip()));
    }
    return pieces;
  }
}
