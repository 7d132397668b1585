package org.tonearm.model.network.inference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.tonearm.api.ConfigurationException;

/**
 * The file format of {@link NetworkWeights}.
 *
 * <p>All numbers are little-endian but the first three, which are big-endian: the magic word {@code
 * TNRN}, the format's version, and the length of the header. The header is JSON in UTF-8: shapes
 * and names, the payload's length, and its CRC-32. The payload holds, layer by layer and then head
 * by head, the matrices followed by the vectors as binary32. Matrices of IndRNN layers, GRU layers,
 * convolutions and heads are IEEE 754 binary16; the recurrent weights of an IndRNN, which are
 * raised to the length of a window, are a vector and keep their full precision. Matrices of LSTM
 * layers (W, then R) are of 8 bits a value, with a scale for each column.
 *
 * <p>Version 3 knows GRU layers and convolutions, and is written where there are some; version 2 is
 * written of other networks. Version 1 is read: it knew IndRNN layers, pooled by mean and maximum.
 */
public final class WeightsFile {
  private static final int MAGIC = 0x544e524e;
  static final int WITH_LSTM = 2;
  static final int WITH_CONVOLUTIONS = 3;
  private static final int LATEST = WITH_CONVOLUTIONS;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private WeightsFile() {}

  /**
   * Writes to a stream, which stays open.
   *
   * @throws IllegalArgumentException if a weight is not finite or beyond binary16
   */
  public static void write(NetworkWeights weights, OutputStream stream) throws IOException {
    WeightsHeader shapes = WeightsHeader.of(weights);
    byte[] payload = WeightsPayload.bytes(shapes, weights);
    byte[] text = JSON.writeValueAsBytes(shapes.with(payload.length, checksum(payload)));
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeInt(shapes.version());
    out.writeInt(text.length);
    out.write(text);
    out.write(payload);
    out.flush();
  }

  /**
   * Reads one network, and no byte beyond it; the stream stays open.
   *
   * @param source name for messages, such as the file's path
   * @throws ConfigurationException {@code model-damaged} if it is not such a file, of a later
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
    if (version < 1 || version > LATEST) {
      throw damaged(source, "expected format version 1 to " + LATEST + ", got " + version);
    }
    int length = start.getInt();
    if (length < 0 || length > LONGEST_HEADER) {
      throw damaged(source, "expected a header of at most " + LONGEST_HEADER + " bytes");
    }
    WeightsHeader header = header(in.readNBytes(length), source);
    byte[] bytes = in.readNBytes(header.bytes());
    if (bytes.length != header.bytes()) {
      throw damaged(
          source, "expected " + header.bytes() + " bytes of weights, got " + bytes.length);
    }
    if (checksum(bytes) != header.crc32()) {
      throw damaged(source, "expected the checksum of its header");
    }
    try {
      return WeightsPayload.read(header, bytes);
    } catch (IllegalArgumentException e) {
      throw damaged(source, e.getMessage());
    }
  }

  private static WeightsHeader header(byte[] text, String source) throws ConfigurationException {
    WeightsHeader header;
    try {
      header = JSON.readValue(text, WeightsHeader.class);
    } catch (IOException e) {
      throw damaged(source, "expected a header in JSON");
    }
    if (header == null || !header.isPlausible()) {
      throw damaged(source, "expected shapes that match the length of the weights");
    }
    return header;
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
}
