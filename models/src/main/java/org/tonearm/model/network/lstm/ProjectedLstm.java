package org.tonearm.model.network.lstm;

import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.tonearm.model.network.gated.GatedLayer;
import org.tonearm.model.network.gated.GatedParameters;
import org.tonearm.model.network.gated.GatedRecurrent;

/**
 * Configuration of an LSTM layer with peepholes and a recurrent projection (Dai et al., "Long
 * Short-term Memory Recurrent Neural Network based Segment Features for Music Genre
 * Classification", equations 3 to 9; Sak, Senior, Beaufays 2014), for sequences [batch, features,
 * time] with masks [batch, time].
 *
 * <p>With * element by element and s the sigmoid:
 *
 * <pre>
 * i_t = s(Wi x_t + Ri r_(t-1) + pi * c_(t-1) + bi)
 * f_t = s(Wf x_t + Rf r_(t-1) + pf * c_(t-1) + bf)
 * g_t = tanh(Wg x_t + Rg r_(t-1) + bg)
 * c_t = f_t * c_(t-1) + i_t * g_t
 * o_t = s(Wo x_t + Ro r_(t-1) + po * c_t + bo)
 * m_t = o_t * tanh(c_t)
 * r_t = P m_t
 * </pre>
 *
 * <p>The output is r, of as many values as the layer has outputs. The projection r feeds back, as
 * in Sak et al.; Dai et al. define it and write m in its place. Peepholes see their own cell only.
 * Without peepholes pi, pf and po are absent; without projection r is m; without both this is Song
 * et al., equation 1.
 */
public final class ProjectedLstm extends GatedRecurrent {
  @JsonProperty private long cells;
  @JsonProperty private boolean peepholes;
  @JsonProperty private double forgetBias;

  /** For Jackson. */
  private ProjectedLstm() {}

  private ProjectedLstm(Builder builder) {
    super(builder);
    cells = builder.cells;
    peepholes = builder.peepholes;
    forgetBias = builder.forgetBias;
    if (cells < 0) {
      throw new IllegalArgumentException("expected at least 0 cells, got " + cells);
    }
  }

  /** Whether the cells' outputs are projected. */
  public boolean projects() {
    return cells > 0;
  }

  /** Number of cells; without projection the number of outputs. */
  public long cells() {
    return projects() ? cells : getNOut();
  }

  /** Whether the gates see the cells. */
  public boolean peepholes() {
    return peepholes;
  }

  /** What the forget gate's bias starts with. */
  public double forgetBias() {
    return forgetBias;
  }

  @Override
  protected GatedLayer<?> layer(NeuralNetConfiguration configuration, DataType type) {
    return new ProjectedLstmLayer(configuration, type);
  }

  @Override
  public GatedParameters initializer() {
    return LstmParameters.instance();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProjectedLstm layer
        && super.equals(other)
        && layer.settings().equals(settings());
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), settings());
  }

  private List<Object> settings() {
    return List.of(cells, peepholes, forgetBias);
  }

  /** Builds the configuration; the inherited settings hold too, the activation is always tanh. */
  @SuppressWarnings("unchecked") // the parent's build() leaves its type to the caller
  public static final class Builder extends GatedRecurrent.Builder<Builder> {
    private long cells;
    private boolean peepholes;
    private double forgetBias = 1;

    /** Number of cells, projected to the layer's outputs; 0, the default, for no projection. */
    public Builder cells(long count) {
      cells = count;
      return this;
    }

    /** Whether the gates see the cells; not unless set. */
    public Builder peepholes(boolean value) {
      peepholes = value;
      return this;
    }

    /** What the forget gate's bias starts with; 1. */
    public Builder forgetBias(double value) {
      forgetBias = value;
      return this;
    }

    @Override
    public ProjectedLstm build() {
      return new ProjectedLstm(this);
    }
  }
}
