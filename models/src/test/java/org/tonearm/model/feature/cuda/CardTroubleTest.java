package org.tonearm.model.feature.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.NpyFile;
import org.tonearm.model.feature.batch.BatchSettings;
import org.tonearm.model.feature.batch.FeatureBackend;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceException;
import org.tonearm.model.feature.mel.MelExtractor;
import org.tonearm.model.feature.scattering.ScatteringExtractor;

/** What becomes of features where the imitated card is full or fails. */
class CardTroubleTest {
  private static final long ROOM = 1L << 33;

  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
  private final MelExtractor mel = new MelExtractor();

  @BeforeEach
  void needsTheImitation() {
    ImitatedCuda.missing().ifPresent(Assumptions::abort);
  }

  @AfterEach
  void steerBack() {
    if (ImitatedCuda.missing().isEmpty()) {
      ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM);
      ImitatedCuda.steer(ImitatedCuda.LAUNCHES, -1);
    }
  }

  @Test
  void theCardThatWasNamedIsOpened() {
    new CudaDevices(0).open().close();
    assertThatThrownBy(() -> new CudaDevices(1).open())
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("cuDeviceGet");
  }

  /** A batch of 1024 takes some 25 MB, one of 128 some 3 MB. */
  @Test
  void aFullCardTakesSmallerBatches() throws Exception {
    long free = free();
    float[] signal = NpyFile.signal();
    ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM - free + (4 << 20));
    try (FeatureBackend backend = backend()) {
      compare(frames(mel.on(backend), signal), frames(mel, signal), 1e-3f);
    }
    assertThat(warnings)
        .hasSizeBetween(2, 5)
        .allMatch(warning -> warning.contains("too little free memory"));
    ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM);
    assertThat(free()).isEqualTo(free);
  }

  /** The tables of a plan take some MB, a single block more. */
  @Test
  void aCardWithoutRoomIsLeft() throws Exception {
    long free = free();
    float[] signal = NpyFile.signal();
    ScatteringExtractor scattering = new ScatteringExtractor();
    ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM - free + (6 << 20));
    try (FeatureBackend backend = backend()) {
      compare(frames(scattering.on(backend), signal), frames(scattering, signal), 0);
    }
    assertThat(warnings).last().asString().contains("processor goes on", "OUT_OF_MEMORY");
    ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM);
    assertThat(free()).isEqualTo(free);
  }

  @Test
  void aCardThatFailsIsLeft() throws Exception {
    long free = free();
    float[] signal = NpyFile.signal();
    for (int launch = 0; launch < 2; launch++) {
      warnings.clear();
      ImitatedCuda.steer(ImitatedCuda.LAUNCHES, launch);
      try (FeatureBackend backend = backend()) {
        compare(frames(mel.on(backend), signal), frames(mel, signal), 1e-5f);
      }
      assertThat(warnings)
          .singleElement()
          .asString()
          .contains("processor goes on", "cuLaunchKernel of", "CUDA_ERROR_LAUNCH_FAILED (719)");
    }
    ImitatedCuda.steer(ImitatedCuda.LAUNCHES, -1);
    assertThat(free()).isEqualTo(free);
  }

  private FeatureBackend backend() {
    return new FeatureBackend(
        "trouble",
        new BatchSettings(1L << 30, 1024, Duration.ofMillis(2)),
        warnings::add,
        ImitatedCuda::open);
  }

  private static long free() {
    try (Device device = ImitatedCuda.open()) {
      return device.freeBytes();
    }
  }

  private static void compare(List<float[]> actual, List<float[]> expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int n = 0; n < expected.size(); n++) {
      assertThat(actual.get(n)).containsExactly(expected.get(n), Offset.offset(tolerance));
    }
  }

  private static List<float[]> frames(FeatureExtractor extractor, float[] signal) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(signal, 0, signal.length);
    stream.finish();
    return frames;
  }
}
