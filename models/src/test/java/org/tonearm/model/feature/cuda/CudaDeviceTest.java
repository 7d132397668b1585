package org.tonearm.model.feature.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.model.feature.backend.FourierTransform;
import org.tonearm.model.feature.backend.JTransformsBackend;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceException;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceMemoryException;

/** The calls of the bindings, into an imitation of the driver. */
class CudaDeviceTest {
  private static final long ROOM = 1L << 33;

  @BeforeEach
  void needsTheImitation() {
    ImitatedCuda.missing().ifPresent(Assumptions::abort);
  }

  @AfterEach
  void steerBack() {
    if (ImitatedCuda.missing().isEmpty()) {
      ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM);
      ImitatedCuda.steer(ImitatedCuda.LAUNCHES, -1);
      ImitatedCuda.steer(ImitatedCuda.CAPABILITY, 90);
      ImitatedCuda.steer(ImitatedCuda.DRIVER, 13_010);
    }
  }

  @Test
  void whatGoesUpComesDown() {
    try (Device device = ImitatedCuda.open()) {
      float[] large = random(3_000_001, 1);
      float[] small = random(5, 2);
      DeviceMemory memory = device.allocate(4L * (large.length + small.length + 3));
      device.upload(List.of(large, small), memory);
      float[] back = new float[large.length + small.length + 3];
      device.download(memory, back);
      assertThat(back).startsWith(large).endsWith(small[4], 0, 0, 0);
      assertThatThrownBy(() -> device.upload(List.of(large, large), memory))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Against JTransforms; the last pair of numbers goes in two parts. */
  @ParameterizedTest
  @CsvSource({"4, 1", "64, 5", "4096, 3", "131072, 130"})
  void transforms(int length, int signals) {
    FourierTransform reference = new JTransformsBackend().ofLength(length);
    float[] real = random(signals * length, 3);
    try (Device device = ImitatedCuda.open()) {
      DeviceMemory in = device.allocate(4L * real.length);
      DeviceMemory spectra = device.allocate(4L * signals * (length + 2));
      device.upload(List.of(real), in);
      device.forwardReal(length, signals, in, spectra);
      float[] found = new float[signals * (length + 2)];
      device.download(spectra, found);
      for (int n : new int[] {0, signals / 2, signals - 1}) {
        float[] expected = new float[length + 2];
        System.arraycopy(real, n * length, expected, 0, length);
        reference.forwardReal(expected);
        close(found, n * (length + 2), expected, length);
      }
      int pairs = signals / 2;
      if (pairs > 0) {
        device.inverseComplex(length, pairs, in);
        float[] back = new float[pairs * length * 2];
        device.download(in, back);
        float[] expected = new float[2 * length];
        System.arraycopy(real, (pairs - 1) * 2 * length, expected, 0, 2 * length);
        reference.inverseComplex(expected, length);
        close(back, (pairs - 1) * 2 * length, expected, 2 * length);
      }
    }
  }

  private static void close(float[] found, int from, float[] expected, int squares) {
    float worst = 0;
    for (int n = 0; n < expected.length; n++) {
      worst = Math.max(worst, Math.abs(found[from + n] - expected[n]));
    }
    assertThat(worst).isLessThan(3e-6f * (float) Math.sqrt(squares));
  }

  @Test
  void closingGivesEverythingBack() {
    long free = free();
    DeviceMemory memory;
    try (Device device = ImitatedCuda.open()) {
      memory = device.allocate(1 << 20);
      device.upload(List.of(), memory);
      device.forwardReal(64, 3, memory, device.allocate(1 << 10));
      assertThat(device.freeBytes()).isLessThan(free - (1 << 20));
    }
    memory.close();
    assertThat(free()).isEqualTo(free);
  }

  @Test
  void aLackOfMemoryIsToldAsSuch() {
    long free = free();
    ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM - free + (1 << 20));
    try (Device device = ImitatedCuda.open()) {
      assertThatThrownBy(() -> device.allocate(2 << 20))
          .isInstanceOf(DeviceMemoryException.class)
          .hasMessageContaining("cuMemAlloc of 2097152 bytes")
          .hasMessageContaining("CUDA_ERROR_OUT_OF_MEMORY (2)");
      // The transform's room; after it, the device is as good as before.
      DeviceMemory most = device.allocate(1_000_000);
      device.upload(List.of(), most);
      assertThatThrownBy(() -> device.inverseComplex(65_536, 1, most))
          .isInstanceOf(DeviceMemoryException.class);
      device.inverseComplex(64, 1, most);
    }
    ImitatedCuda.steer(ImitatedCuda.MEMORY, ROOM);
    assertThat(free()).isEqualTo(free);
  }

  @Test
  void failuresNameCallAndStatus() {
    try (Device device = ImitatedCuda.open()) {
      DeviceMemory memory = device.allocate(64);
      assertThatThrownBy(() -> device.launch("no_such_kernel", 1))
          .isInstanceOf(DeviceException.class)
          .hasMessageStartingWith("cuModuleGetFunction of no_such_kernel failed: ")
          .hasMessageEndingWith("(500)");
      assertThatThrownBy(() -> device.forwardReal(6, 1, memory, memory))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("cufftMakePlanMany of 6 points")
          .hasMessageContaining("CUFFT_INVALID_SIZE (8)");
      ImitatedCuda.steer(ImitatedCuda.LAUNCHES, 0);
      assertThatThrownBy(() -> device.launch("moduli", 1, memory.address(), memory.address()))
          .isInstanceOf(DeviceException.class)
          .hasMessage("cuLaunchKernel of moduli failed: CUDA_ERROR_LAUNCH_FAILED (719)");
    }
  }

  /** The imitated compiler knows the kinds 75, 80 and 90. */
  @Test
  void kernelsAreCompiledForTheCard() {
    for (int capability : new int[] {75, 80, 90, 89, 120}) {
      ImitatedCuda.steer(ImitatedCuda.CAPABILITY, capability);
      ImitatedCuda.open().close();
    }
    long free = free();
    ImitatedCuda.steer(ImitatedCuda.CAPABILITY, 61);
    assertThatThrownBy(ImitatedCuda::open)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("compute capability 6.1");
    ImitatedCuda.steer(ImitatedCuda.CAPABILITY, 90);
    assertThat(free()).isEqualTo(free);
    assertThatThrownBy(() -> KernelImage.compile("nothing", 90))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("NVRTC_ERROR_COMPILATION (6), for sm_90: no kernels.");
  }

  @Test
  void anOldDriverIsRefused() {
    ImitatedCuda.steer(ImitatedCuda.DRIVER, 12_040);
    assertThatThrownBy(ImitatedCuda::open)
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("offers CUDA 12.4")
        .hasMessageContaining("580");
  }

  private static long free() {
    try (Device device = ImitatedCuda.open()) {
      return device.freeBytes();
    }
  }

  private static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int n = 0; n < count; n++) {
      values[n] = random.nextFloat() - 0.5f;
    }
    return values;
  }
}
