package org.tonearm.model.feature.cuda;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.bytedeco.cuda.cudart.float2;
import org.bytedeco.cuda.global.cufft;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tonearm.model.feature.device.DeviceMemory;

/**
 * cuFFT's plans, one for each kind, length and batch, which all work in the same room, one after
 * the other. Large batches go in parts, so that the room stays below {@value #MOST_BYTES} bytes or
 * what one signal needs. Confined to the thread of its context.
 */
final class FourierPlans implements AutoCloseable {
  /** Bytes of signals that go in one part: cuFFT needs about as much room. */
  static final int MOST_BYTES = 128 << 20;

  private static final int PAIR = 2 * Float.BYTES;

  private record Kind(int type, int length, int batch) {}

  /** A place on the card, in the shapes in which the calls take it. */
  private static final class Reals extends FloatPointer {
    Reals(long address) {
      super((Pointer) null);
      this.address = address;
    }
  }

  private static final class Pairs extends float2 {
    Pairs(long address) {
      super((Pointer) null);
      this.address = address;
    }
  }

  private final LongFunction<DeviceMemory> allocate;
  private final Map<Kind, Integer> plans = new HashMap<>();
  private DeviceMemory room;

  /**
   * @param allocate takes memory of the card
   */
  FourierPlans(LongFunction<DeviceMemory> allocate) {
    this.allocate = allocate;
  }

  /** As {@link org.tonearm.model.feature.device.Device#forwardReal}. */
  void forwardReal(int length, int signals, long real, long spectra) {
    int part = part(length);
    long bins = length / 2 + 1L;
    for (int from = 0; from < signals; from += part) {
      int plan = plan(cufft.CUFFT_R2C, length, Math.min(part, signals - from));
      CudaStatus.fourier(
          "cufftExecR2C of " + length + " points",
          cufft.cufftExecR2C(
              plan,
              new Reals(real + (long) from * length * Float.BYTES),
              new Pairs(spectra + from * bins * PAIR)));
    }
  }

  /** As {@link org.tonearm.model.feature.device.Device#inverseComplex}. */
  void inverseComplex(int length, int signals, long values) {
    int part = part(length);
    for (int from = 0; from < signals; from += part) {
      int plan = plan(cufft.CUFFT_C2C, length, Math.min(part, signals - from));
      Pairs place = new Pairs(values + (long) from * length * PAIR);
      CudaStatus.fourier(
          "cufftExecC2C of " + length + " points",
          cufft.cufftExecC2C(plan, place, place, cufft.CUFFT_INVERSE));
    }
  }

  private static int part(int length) {
    return Math.max(1, MOST_BYTES / PAIR / length);
  }

  private int plan(int type, int length, int batch) {
    Kind kind = new Kind(type, length, batch);
    Integer known = plans.get(kind);
    return known != null ? known : make(kind);
  }

  private int make(Kind kind) {
    int[] handle = new int[1];
    CudaStatus.fourier("cufftCreate", cufft.cufftCreate(handle));
    int plan = handle[0];
    try (SizeTPointer work = new SizeTPointer(1)) {
      CudaStatus.fourier("cufftSetAutoAllocation", cufft.cufftSetAutoAllocation(plan, 0));
      CudaStatus.fourier(
          "cufftMakePlanMany of " + kind.length() + " points, " + kind.batch() + " signals",
          cufft.cufftMakePlanMany(
              plan,
              1,
              new int[] {kind.length()},
              (int[]) null,
              1,
              kind.length(),
              (int[]) null,
              1,
              kind.length(),
              kind.type(),
              kind.batch(),
              work));
      makeRoom(work.get());
      CudaStatus.fourier("cufftSetWorkArea", cufft.cufftSetWorkArea(plan, place()));
    } catch (RuntimeException e) {
      cufft.cufftDestroy(plan);
      throw e;
    }
    plans.put(kind, plan);
    return plan;
  }

  /** A larger room in place of the one there is, of which the plans are told. */
  private void makeRoom(long bytes) {
    if (room != null && room.bytes() >= bytes) {
      return;
    }
    leaveRoom();
    try {
      room = allocate.apply(Math.max(1, bytes));
    } catch (RuntimeException e) {
      // Their room is gone.
      close();
      throw e;
    }
    for (int plan : plans.values()) {
      CudaStatus.fourier("cufftSetWorkArea", cufft.cufftSetWorkArea(plan, place()));
    }
  }

  private Pointer place() {
    return new Reals(room.address());
  }

  private void leaveRoom() {
    if (room != null) {
      room.close();
      room = null;
    }
  }

  /** Gives back all plans and their room; new ones may be made after. */
  @Override
  public void close() {
    plans.values().forEach(cufft::cufftDestroy);
    plans.clear();
    leaveRoom();
  }
}
