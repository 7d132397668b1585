package org.tonearm.model.network.inference;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.network.Cell;
import org.tonearm.model.network.HeadKind;
import org.tonearm.model.network.TrunkShape;

class WeightsFileTest {

  @ParameterizedTest
  @EnumSource(Cell.class)
  void lowPrecisionIsHarmless(Cell cell) throws Exception {
    for (int seed = 0; seed < 4; seed++) {
      NetworkWeights weights = network(cell, seed);
      NetworkWeights read = read(bytes(weights));
      List<float[][]> windows = RandomNetworks.full(new Random(seed), 10);
      try (DirectForward before = new DirectForward(weights);
          DirectForward after = new DirectForward(read)) {
        List<NetworkOutput> expected = before.forward(windows);
        List<NetworkOutput> actual = after.forward(windows);
        for (int w = 0; w < windows.size(); w++) {
          for (int h = 0; h < 2; h++) {
            HeadKind kind = RandomNetworks.HEADS.get(h).kind();
            double[] p = kind.activate(expected.get(w).logits().get(h));
            double[] q = kind.activate(actual.get(w).logits().get(h));
            for (int i = 0; i < p.length; i++) {
              assertThat(q[i]).isCloseTo(p[i], within(cell == Cell.LSTM ? 3e-2 : 1e-2));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void aSecondWriteIsTheSameToTheByte(Cell cell) throws Exception {
    byte[] first = bytes(network(cell, 7));
    assertThat(bytes(read(first))).isEqualTo(first);
  }

  /** Earlier builds read what they know. */
  @ParameterizedTest
  @CsvSource({"INDRNN, 2", "LSTM, 2", "GRU, 3"})
  void writesTheEarliestVersionThatKnowsTheLayers(Cell cell, int version) throws Exception {
    assertThat(ByteBuffer.wrap(bytes(network(cell, 1))).getInt(4)).isEqualTo(version);
  }

  /** Laid out by hand as version 1 is described: it named neither kinds nor pooling. */
  @Test
  void readsTheFirstVersion() throws Exception {
    ByteBuffer payload = ByteBuffer.allocate(2 * 2 + 4 * 2 + 2 * 2 + 4).order(LITTLE_ENDIAN);
    payload.putShort((short) 0x3c00).putShort((short) 0xc000); // 1, -2
    payload.putFloat(0.9f).putFloat(0.25f);
    payload.putShort((short) 0x3800).putShort((short) 0x4200); // 0.5, 3
    payload.putFloat(-1f);
    CRC32 crc = new CRC32();
    crc.update(payload.array());
    String header =
        "{\"windowFrames\":7,\"layers\":[{\"inputs\":2,\"units\":1}],\"heads\":[{\"name\":\"x\","
            + "\"kind\":\"SIGMOID\",\"inputs\":2,\"outputs\":1}],\"bytes\":20,\"crc32\":"
            + crc.getValue()
            + "}";
    ByteBuffer file = ByteBuffer.allocate(12 + header.length() + 20);
    file.put("TNRN".getBytes(US_ASCII)).putInt(1).putInt(header.length());
    file.put(header.getBytes(US_ASCII)).put(payload.array());
    NetworkWeights network = read(file.array());
    assertThat(network.windowFrames()).isEqualTo(7);
    assertThat(network.pooling()).isEqualTo(NetworkWeights.Pooling.MEAN_MAX);
    NetworkWeights.Recurrent layer = (NetworkWeights.Recurrent) network.layers().get(0);
    assertThat(layer.weights()).containsExactly(1, -2);
    assertThat(layer.recurrent()).containsExactly(0.9f);
    assertThat(layer.bias()).containsExactly(0.25f);
    assertThat(network.heads().get(0).weights()).containsExactly(0.5f, 3);
    assertThat(network.heads().get(0).bias()).containsExactly(-1);
  }

  @Test
  void leavesWhatFollowsUnread() throws Exception {
    byte[] file = bytes(network(Cell.INDRNN, 7));
    ByteArrayInputStream stream = new ByteArrayInputStream(Arrays.copyOf(file, file.length + 3));
    WeightsFile.read(stream, "two files");
    assertThat(stream.available()).isEqualTo(3);
  }

  @Test
  void namesADamagedFile() throws Exception {
    for (Cell cell : List.of(Cell.INDRNN, Cell.GRU)) {
      byte[] file = bytes(network(cell, 7));
      for (int length : new int[] {0, 5, 12, 40, file.length - 1}) {
        refuses(Arrays.copyOf(file, length));
      }
      for (int position : new int[] {0, 7, 9, 14, file.length / 2, file.length - 1}) {
        byte[] changed = file.clone();
        changed[position] ^= 0x40;
        refuses(changed);
      }
    }
  }

  /** Shapes that match the length of the weights, of windows that no memory holds. */
  @Test
  void refusesWindowsThatFillTheMemory() {
    float[] one = {1};
    assertThatThrownBy(
            () ->
                new NetworkWeights(
                    1 << 17,
                    List.of(
                        new NetworkWeights.Recurrent(
                            1, 8, new float[8], new float[8], new float[8]),
                        new NetworkWeights.Recurrent(
                            8,
                            1 << 15,
                            new float[1 << 18],
                            new float[1 << 15],
                            new float[1 << 15])),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memory");
    assertThatThrownBy(
            () ->
                new NetworkWeights(
                    1 << 20,
                    List.of(new ConvolutionWeights(4, 40, 1, 1, new float[9], one)),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memory");
  }

  @Test
  void refusesConvolutionsAboveOtherLayers() {
    ConvolutionWeights plain = new ConvolutionWeights(1, 2, 1, 2, new float[18], new float[2]);
    NetworkWeights.Recurrent below =
        new NetworkWeights.Recurrent(1, 2, new float[2], new float[2], new float[2]);
    ConvolutionWeights steps = new ConvolutionWeights(2, 1, 1, 1, new float[9], new float[1]);
    List<NetworkWeights.Layer> late = List.of(below, plain);
    List<NetworkWeights.Layer> cut = List.of(plain, steps);
    for (List<NetworkWeights.Layer> layers : List.of(late, cut)) {
      assertThatThrownBy(() -> new NetworkWeights(4, layers, List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("convolutions below");
    }
  }

  /** Each number of the header in turn is made another. */
  @Test
  void refusesShapesThatDoNotFitTheWeights() throws Exception {
    byte[] file = bytes(network(Cell.GRU, 7));
    int length = ByteBuffer.wrap(file).getInt(8);
    for (int i = 12; i < 12 + length; i++) {
      if (Character.isDigit(file[i]) && !Character.isDigit(file[i - 1])) {
        byte[] changed = file.clone();
        changed[i] = (byte) (file[i] == '9' ? '8' : file[i] + 1);
        if (new String(file, 12, i - 12, US_ASCII).endsWith("windowFrames\":")) {
          continue; // weights serve windows of any length
        }
        refuses(changed);
      }
    }
  }

  @Test
  void refusesAWeightBeyondItsRange() {
    float[] huge = {70000f};
    NetworkWeights weights =
        new NetworkWeights(
            2,
            List.of(new NetworkWeights.Recurrent(1, 1, huge, new float[1], new float[1])),
            List.of());
    assertThatThrownBy(() -> bytes(weights))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
  }

  private static void refuses(byte[] file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.code()).isEqualTo("model-damaged"))
        .hasMessageContaining("some.weights");
  }

  private static NetworkWeights network(Cell cell, int seed) {
    TrunkShape trunk = RandomNetworks.trunk(cell, true);
    return WeightExtraction.extract(
        RandomNetworks.trained(trunk, seed), trunk, RandomNetworks.HEADS);
  }

  private static byte[] bytes(NetworkWeights weights) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WeightsFile.write(weights, out);
    return out.toByteArray();
  }

  private static NetworkWeights read(byte[] file) throws IOException, ConfigurationException {
    return WeightsFile.read(new ByteArrayInputStream(file), "some.weights");
  }
}
