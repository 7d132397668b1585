package org.tonearm.model.suite.fit;

import java.io.IOException;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.suite.piece.FrameSource;
import org.tonearm.model.suite.piece.PieceCutter;
import org.tonearm.model.suite.piece.PieceStream;

/** One pass over the training pieces, and a look at the validation part. Not thread-safe. */
record EpochRun(
    PaperTraining.Job job,
    ComputationGraph graph,
    FrameSource source,
    PieceCutter cutter,
    PieceTargets targets,
    long pieces,
    MachineMeter meter) {

  private static final class Sums {
    private double loss;
    private int steps;
    private long pieces;

    private void add(double loss, int pieces) {
      this.loss += loss;
      this.steps++;
      this.pieces += pieces;
    }
  }

  /**
   * Trains.
   *
   * @param number of the epoch, from 0: decides order and dropout
   * @param secondsLeft CPU seconds after which it is cut short
   */
  Epoch epoch(int number, double secondsLeft) throws IOException, InterruptedException {
    meter.begin();
    Nd4j.getRandom().setSeed(job.seed() * 7919 + number);
    Sums sums = new Sums();
    boolean whole =
        new PieceStream(source, cutter)
            .epoch(
                job.training(),
                job.network().schedule().batch(),
                job.seed() * 1_000_003 + number,
                batch -> {
                  fit(batch);
                  sums.add(graph.score(), batch.size());
                  meter.sample();
                  return Double.isFinite(graph.score()) && meter.seconds() < secondsLeft;
                });
    double trained = meter.seconds();
    double validation = validation();
    return new Epoch(
        sums.loss / sums.steps,
        validation,
        whole ? 1 : sums.pieces / (double) pieces,
        sums.steps,
        trained,
        meter.seconds(),
        meter.peakBytes());
  }

  private void fit(List<PieceCutter.Piece> batch) {
    try (INDArray x = cutter.array(batch);
        INDArray y = targets.array(batch)) {
      graph.fit(new INDArray[] {x}, new INDArray[] {y});
    }
  }

  private double validation() throws IOException, InterruptedException {
    Sums sums = new Sums();
    new PieceStream(source, cutter)
        .epoch(
            job.validation(),
            job.network().schedule().batch(),
            0,
            batch -> {
              try (INDArray x = cutter.array(batch);
                  INDArray y = targets.array(batch)) {
                sums.add(graph.score(new DataSet(x, y), false) * batch.size(), batch.size());
              }
              return true;
            });
    return sums.loss / sums.pieces;
  }
}
