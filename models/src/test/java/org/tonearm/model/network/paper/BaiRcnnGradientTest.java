package org.tonearm.model.network.paper;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.tonearm.model.network.SampledGradients;

class BaiRcnnGradientTest {

  @AfterEach
  void singlePrecision() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  @Test
  void shrunkNetworksGradientIsRight() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(5);
    BaiRcnn.Sizes sizes = new BaiRcnn.Sizes(17, 3, 9);
    ComputationGraph network = BaiRcnn.build(sizes, 13, 3, new NoOp(), DataType.DOUBLE, 2);
    DataSet data =
        new DataSet(
            Nd4j.randn(DataType.DOUBLE, 2, 1, 13, 17),
            Nd4j.createFromArray(new double[][] {{1, 0, 0}, {0, 0, 1}}));
    SampledGradients.check(network, data, 15);
  }
}
