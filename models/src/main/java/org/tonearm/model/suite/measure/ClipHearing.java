package org.tonearm.model.suite.measure;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.network.paper.PaperInput;
import org.tonearm.model.suite.piece.PieceCutter;

/**
 * Runs a trained network over a clip. One thread at a time, as the graph.
 *
 * @param graph the network
 * @param cutter cuts its input
 * @param batch pieces a forward pass
 */
public record ClipHearing(ComputationGraph graph, PieceCutter cutter, int batch) {
  private static final int FRAMES_A_PASS = 1024;

  /**
   * The network's outputs for all pieces of a clip, in order of time: one row of probabilities a
   * piece, or a frame where the output has a time axis.
   */
  public List<float[]> outputs(Frames frames) {
    return outputs(List.of(frames)).get(0);
  }

  /**
   * The same for several clips, in their order. Their pieces share passes, since the weights of a
   * large network travel through memory once a pass.
   */
  public List<List<float[]>> outputs(List<Frames> clips) {
    List<PieceCutter.Piece> pieces = new ArrayList<>();
    for (Frames frames : clips) {
      for (int p = 0; p < cutter.count(frames); p++) {
        pieces.add(new PieceCutter.Piece(frames, p, 0));
      }
    }
    List<float[]> rows = passes(pieces);
    int each = rows.size() / pieces.size();
    List<List<float[]>> outputs = new ArrayList<>();
    int from = 0;
    for (Frames frames : clips) {
      int to = from + each * cutter.count(frames);
      outputs.add(List.copyOf(rows.subList(from, to)));
      from = to;
    }
    return outputs;
  }

  private List<float[]> passes(List<PieceCutter.Piece> pieces) {
    boolean single = cutter.input().shape() == PaperInput.Shape.FRAME;
    int most = single ? Math.max(batch, FRAMES_A_PASS) : batch;
    List<float[]> rows = new ArrayList<>();
    for (int from = 0; from < pieces.size(); from += most) {
      try (INDArray x = cutter.array(pieces.subList(from, Math.min(from + most, pieces.size())));
          INDArray y = graph.outputSingle(x)) {
        add(y, rows);
      }
    }
    return rows;
  }

  private static void add(INDArray y, List<float[]> rows) {
    int classes = (int) y.size(1);
    int times = y.rank() == 3 ? (int) y.size(2) : 1;
    float[] flat = y.dup('c').data().asFloat();
    for (int b = 0; b < y.size(0); b++) {
      for (int t = 0; t < times; t++) {
        float[] row = new float[classes];
        for (int c = 0; c < classes; c++) {
          row[c] = flat[(b * classes + c) * times + t];
        }
        rows.add(row);
      }
    }
  }
}
