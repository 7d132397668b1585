package org.tonearm.model.feature.cuda;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.tonearm.model.feature.device.Device;
import org.tonearm.model.feature.device.DeviceMemory;
import org.tonearm.model.feature.device.DeviceMemoryException;

/** A card. Confined to the thread that made this. */
final class CudaDevice implements Device {
  /** Floats that go to the card at a time: 4 MiB. */
  private static final int STAGE = 1 << 20;

  private final CudaContext context;
  private final Set<Memory> taken = new HashSet<>();
  private final FourierPlans plans = new FourierPlans(this::allocate);
  private final CudaModule module;
  private FloatPointer stage;
  private boolean closed;

  /**
   * @param card its number, from 0
   * @param images gives the kernels for ten times a compute capability
   */
  CudaDevice(int card, IntFunction<byte[]> images) {
    context = new CudaContext(card);
    try {
      module = new CudaModule(images.apply(context.capability()));
    } catch (RuntimeException | Error e) {
      context.close();
      throw e;
    }
  }

  private final class Memory implements DeviceMemory {
    private final long address;
    private final long bytes;

    Memory(long address, long bytes) {
      this.address = address;
      this.bytes = bytes;
    }

    @Override
    public long address() {
      return address;
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public void close() {
      if (taken.remove(this)) {
        cudart.cuMemFree(address);
      }
    }
  }

  @Override
  public DeviceMemory allocate(long bytes) {
    long[] address = new long[1];
    CudaStatus.driver("cuMemAlloc of " + bytes + " bytes", cudart.cuMemAlloc(address, bytes));
    Memory memory = new Memory(address[0], bytes);
    taken.add(memory);
    return memory;
  }

  @Override
  public void upload(List<float[]> rows, DeviceMemory to) {
    if (stage == null) {
      stage = floats(STAGE);
    }
    long done = 0;
    int staged = 0;
    for (float[] row : rows) {
      for (int from = 0; from < row.length; ) {
        int count = Math.min(row.length - from, STAGE - staged);
        stage.position(staged).put(row, from, count).position(0);
        from += count;
        staged += count;
        if (staged == STAGE) {
          send(to, done, staged);
          done += staged;
          staged = 0;
        }
      }
    }
    if (staged > 0) {
      send(to, done, staged);
      done += staged;
    }
    long rest = to.bytes() - done * Float.BYTES;
    if (rest > 0) {
      CudaStatus.driver(
          "cuMemsetD8", cudart.cuMemsetD8(to.address() + done * Float.BYTES, (byte) 0, rest));
    }
  }

  private void send(DeviceMemory to, long from, int floats) {
    check(to, (from + floats) * Float.BYTES);
    CudaStatus.driver(
        "cuMemcpyHtoD",
        cudart.cuMemcpyHtoD(to.address() + from * Float.BYTES, stage, (long) floats * Float.BYTES));
  }

  @Override
  public void upload(int[] values, DeviceMemory to) {
    long bytes = (long) values.length * Integer.BYTES;
    check(to, bytes);
    if (bytes > 0) {
      try (IntPointer from = new IntPointer(values)) {
        CudaStatus.driver("cuMemcpyHtoD", cudart.cuMemcpyHtoD(to.address(), from, bytes));
      }
    }
  }

  @Override
  public void download(DeviceMemory from, float[] values) {
    long bytes = (long) values.length * Float.BYTES;
    check(from, bytes);
    try (FloatPointer to = floats(values.length)) {
      CudaStatus.driver("cuMemcpyDtoH", cudart.cuMemcpyDtoH(to, from.address(), bytes));
      to.get(values);
    }
  }

  private static FloatPointer floats(long count) {
    try {
      return new FloatPointer(count);
    } catch (OutOfMemoryError e) {
      throw new DeviceMemoryException("no memory outside the heap, to exchange values", e);
    }
  }

  private static void check(DeviceMemory memory, long bytes) {
    if (bytes > memory.bytes()) {
      throw new IllegalArgumentException(bytes + " bytes do not fit into " + memory.bytes());
    }
  }

  @Override
  public void forwardReal(int length, int signals, DeviceMemory real, DeviceMemory spectra) {
    check(real, (long) signals * length * Float.BYTES);
    check(spectra, (long) signals * (length + 2) * Float.BYTES);
    plans.forwardReal(length, signals, real.address(), spectra.address());
  }

  @Override
  public void inverseComplex(int length, int signals, DeviceMemory values) {
    check(values, (long) signals * length * 2 * Float.BYTES);
    plans.inverseComplex(length, signals, values.address());
  }

  @Override
  public void launch(String kernel, long threads, long... arguments) {
    module.launch(kernel, threads, arguments);
  }

  @Override
  public long freeBytes() {
    try (SizeTPointer free = new SizeTPointer(1);
        SizeTPointer total = new SizeTPointer(1)) {
      CudaStatus.driver("cuMemGetInfo", cudart.cuMemGetInfo(free, total));
      return free.get();
    }
  }

  @Override
  public void trim() {
    plans.close();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    plans.close();
    List.copyOf(taken).forEach(Memory::close);
    module.close();
    if (stage != null) {
      stage.close();
    }
    context.close();
  }
}
