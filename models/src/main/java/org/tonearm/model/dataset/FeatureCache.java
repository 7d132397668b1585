package org.tonearm.model.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.Frames;

/**
 * Features of clips, kept on disk so that each file is decoded once. An entry is named by a hash of
 * the extractor's id and the file's bytes, so that a file may move. It is not named by how a file
 * is decoded: features of stereo clips whose channels cancel each other out, kept by a version that
 * heard these as silence, stay until the folder is deleted. Entries appear whole or not at all, but
 * for a loss of power: one whose length is wrong is computed again. Features of a file that broke
 * before its end are told of and not kept. Several threads and processes may share a folder.
 */
public final class FeatureCache {
  private static final Logger LOG = LoggerFactory.getLogger(FeatureCache.class);

  /** Number of frames, and values a frame. */
  private static final int HEADER_BYTES = 8;

  private final Path folder;
  private final AudioDecoder decoder;
  private final FeatureExtractor extractor;

  /** Of files that break: heard once a run, and told once. */
  private final Map<Path, Frames> broken = new ConcurrentHashMap<>();

  /**
   * @param folder made if missing
   * @param decoder decodes what is not yet cached
   * @param extractor gives the features
   */
  public FeatureCache(Path folder, AudioDecoder decoder, FeatureExtractor extractor) {
    this.folder = folder;
    this.decoder = decoder;
    this.extractor = extractor;
  }

  /** The features cached. */
  public FeatureExtractor extractor() {
    return extractor;
  }

  /**
   * The frames of a file, from the cache, or computed and kept.
   *
   * @throws DecodeException if the file may not be read, or can't be decoded
   * @throws IOException if the file is gone, or it or the cache can't be read or written
   * @throws InterruptedException if the thread is interrupted
   */
  public Frames frames(Path file) throws DecodeException, IOException, InterruptedException {
    Path entry = folder.resolve(name(file));
    Optional<Frames> kept = load(entry);
    if (kept.isPresent()) {
      return kept.get();
    }
    Frames known = broken.get(entry);
    if (known != null) {
      return known;
    }
    List<float[]> computed = new ArrayList<>();
    DecodeReport report = compute(file, computed);
    Frames frames = Frames.of(computed, extractor.dimensions());
    if (!report.complete()) {
      LOG.warn(
          "{} is broken: what comes before the break is heard. Replace the file. {}",
          file,
          String.join(" ", report.warnings()));
      broken.put(entry, frames);
      return frames;
    }
    Files.createDirectories(folder);
    Path partial = Files.createTempFile(folder, "partial", ".tmp");
    store(frames, partial);
    Files.move(partial, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return frames;
  }

  private DecodeReport compute(Path file, List<float[]> frames)
      throws DecodeException, InterruptedException {
    FeatureStream stream = extractor.open(frames::add);
    DecodeReport report =
        decoder.decode(
            file,
            extractor.sampleRate(),
            Excerpts.WHOLE,
            new PcmSink() {
              @Override
              public void begin(double startSeconds) {}

              @Override
              public void accept(float[] samples, int offset, int length) {
                stream.push(samples, offset, length);
              }
            });
    stream.finish();
    return report;
  }

  /** Empty where there is no entry, or one that was cut short. */
  private Optional<Frames> load(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(entry)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < HEADER_BYTES) {
      return Optional.empty();
    }
    int count = bytes.getInt();
    int dimensions = bytes.getInt();
    if (dimensions != extractor.dimensions()
        || bytes.remaining() != (long) Float.BYTES * count * dimensions) {
      return Optional.empty();
    }
    float[] values = new float[count * dimensions];
    bytes.asFloatBuffer().get(values);
    return Optional.of(new Frames(count, dimensions, values));
  }

  private static void store(Frames frames, Path file) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(HEADER_BYTES + Float.BYTES * frames.values().length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(frames.count()).putInt(frames.dimensions());
    bytes.asFloatBuffer().put(frames.values());
    Files.write(file, bytes.array());
  }

  private String name(Path file) throws DecodeException, IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(extractor.id().getBytes(StandardCharsets.UTF_8));
      try (InputStream in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16) + ".frames";
    } catch (AccessDeniedException e) {
      throw new DecodeException(
          "unreadable", file + " may not be read.", "Give yourself the permission.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
