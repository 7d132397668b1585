package org.tonearm.model.network.inference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.network.HeadKind;

/**
 * The file format of {@link NetworkWeights}.
 *
 * <p>All numbers are little-endian but the first three, which are big-endian: the magic word {@code
 * TNRN}, the format's version, and the length of the header. The header is JSON in UTF-8: shapes
 * and names, the payload's length, and its CRC-32. The payload holds, layer by layer and then head
 * by head, the matrix as IEEE 754 binary16 followed by the vectors (u and b, or b) as binary32: a
 * recurrent weight is raised to the length of a window, so it keeps its full precision.
 */
public final class WeightsFile {
  private static final int MAGIC = 0x544e524e;
  private static final int VERSION = 1;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int LONGEST_PAYLOAD = 1 << 30;
  private static final int LARGEST_SIDE = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private WeightsFile() {}

  private record Header(
      int windowFrames, List<LayerShape> layers, List<HeadShape> heads, int bytes, long crc32) {

    int payload() {
      long size = 0;
      for (LayerShape layer : layers) {
        size += 2L * layer.inputs() * layer.units() + 8L * layer.units();
      }
      for (HeadShape head : heads) {
        size += 2L * head.inputs() * head.outputs() + 4L * head.outputs();
      }
      return size > LONGEST_PAYLOAD ? -1 : (int) size;
    }
  }

  private record LayerShape(int inputs, int units) {}

  private record HeadShape(String name, HeadKind kind, int inputs, int outputs) {}

  /**
   * Writes to a stream, which stays open.
   *
   * @throws IllegalArgumentException if a weight is not finite or beyond binary16
   */
  public static void write(NetworkWeights weights, OutputStream stream) throws IOException {
    List<LayerShape> layers =
        weights.layers().stream().map(l -> new LayerShape(l.inputs(), l.units())).toList();
    List<HeadShape> heads =
        weights.heads().stream()
            .map(h -> new HeadShape(h.name(), h.kind(), h.inputs(), h.outputs()))
            .toList();
    int size = new Header(weights.windowFrames(), layers, heads, 0, 0).payload();
    if (size < 0) {
      throw new IllegalArgumentException("expected at most " + LONGEST_PAYLOAD + " bytes");
    }
    ByteBuffer payload = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (NetworkWeights.Recurrent layer : weights.layers()) {
      putHalves(payload, layer.weights());
      putFloats(payload, layer.recurrent());
      putFloats(payload, layer.bias());
    }
    for (NetworkWeights.Output head : weights.heads()) {
      putHalves(payload, head.weights());
      putFloats(payload, head.bias());
    }
    Header header =
        new Header(weights.windowFrames(), layers, heads, size, checksum(payload.array()));
    byte[] text = JSON.writeValueAsBytes(header);
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(text.length);
    out.write(text);
    out.write(payload.array());
    out.flush();
  }

  /**
   * Reads one network, and no byte beyond it; the stream stays open.
   *
   * @param source name for messages, such as the file's path
   * @throws ConfigurationException {@code model-damaged} if it is not such a file, of another
   *     version, cut short or changed
   */
  public static NetworkWeights read(InputStream stream, String source)
      throws IOException, ConfigurationException {
    DataInputStream in = new DataInputStream(stream);
    byte[] prefix = in.readNBytes(12);
    ByteBuffer start = ByteBuffer.wrap(prefix);
    if (prefix.length < 12 || start.getInt() != MAGIC) {
      throw damaged(source, "expected a Tonearm network");
    }
    int version = start.getInt();
    if (version != VERSION) {
      throw damaged(source, "expected format version " + VERSION + ", got " + version);
    }
    int length = start.getInt();
    if (length < 0 || length > LONGEST_HEADER) {
      throw damaged(source, "expected a header of at most " + LONGEST_HEADER + " bytes");
    }
    Header header = header(in.readNBytes(length), source);
    byte[] bytes = in.readNBytes(header.bytes());
    if (bytes.length != header.bytes()) {
      throw damaged(
          source, "expected " + header.bytes() + " bytes of weights, got " + bytes.length);
    }
    if (checksum(bytes) != header.crc32()) {
      throw damaged(source, "expected the checksum of its header");
    }
    ByteBuffer payload = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<NetworkWeights.Recurrent> layers = new ArrayList<>();
    for (LayerShape shape : header.layers()) {
      float[] weights = halves(payload, shape.inputs() * shape.units());
      float[] recurrent = floats(payload, shape.units());
      float[] bias = floats(payload, shape.units());
      layers.add(
          new NetworkWeights.Recurrent(shape.inputs(), shape.units(), weights, recurrent, bias));
    }
    List<NetworkWeights.Output> heads = new ArrayList<>();
    for (HeadShape shape : header.heads()) {
      float[] weights = halves(payload, shape.inputs() * shape.outputs());
      float[] bias = floats(payload, shape.outputs());
      heads.add(
          new NetworkWeights.Output(
              shape.name(), shape.kind(), shape.inputs(), shape.outputs(), weights, bias));
    }
    try {
      return new NetworkWeights(header.windowFrames(), layers, heads);
    } catch (IllegalArgumentException e) {
      throw damaged(source, e.getMessage());
    }
  }

  private static Header header(byte[] text, String source) throws ConfigurationException {
    Header header;
    try {
      header = JSON.readValue(text, Header.class);
    } catch (IOException e) {
      throw damaged(source, "expected a header in JSON");
    }
    if (header == null
        || header.layers() == null
        || header.heads() == null
        || !isSide(header.windowFrames())
        || !header.layers().stream().allMatch(l -> isSide(l.inputs()) && isSide(l.units()))
        || !header.heads().stream().allMatch(h -> isSide(h.inputs()) && isSide(h.outputs()))
        || header.payload() < 0
        || header.payload() != header.bytes()) {
      throw damaged(source, "expected shapes that match the length of the weights");
    }
    return header;
  }

  private static boolean isSide(int length) {
    return length >= 1 && length <= LARGEST_SIDE;
  }

  private static ConfigurationException damaged(String source, String expected) {
    return new ConfigurationException(
        "model-damaged",
        source + ": " + expected,
        "Install the model again, or remove it and choose another.");
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static void putHalves(ByteBuffer to, float[] values) {
    for (float value : values) {
      short half = Half.fromFloat(value);
      if (!Float.isFinite(Half.toFloat(half))) {
        throw new IllegalArgumentException("expected weights within binary16, got " + value);
      }
      to.putShort(half);
    }
  }

  private static void putFloats(ByteBuffer to, float[] values) {
    for (float value : values) {
      to.putFloat(value);
    }
  }

  private static float[] halves(ByteBuffer from, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = Half.toFloat(from.getShort());
    }
    return values;
  }

  private static float[] floats(ByteBuffer from, int count) {
    float[] values = new float[count];
    from.asFloatBuffer().get(values);
    from.position(from.position() + Float.BYTES * count);
    return values;
  }
}
