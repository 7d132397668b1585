package org.tonearm.model.feature.backend;

import org.bytedeco.ffmpeg.avutil.AVTXContext;
import org.bytedeco.ffmpeg.avutil.av_tx_fn;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** One of libavutil's transforms with its memory outside the heap. Confined to one thread. */
final class AvContext implements AutoCloseable {
  private static final long COMPLEX_BYTES = 2L * Float.BYTES;

  private final PointerPointer<AVTXContext> handle = new PointerPointer<>(1);
  private final AVTXContext context;

  /** libavutil writes the address of the routine it chooses here; nothing is called back. */
  private final PointerPointer<av_tx_fn> address = new PointerPointer<av_tx_fn>(2).fill(0);

  private final av_tx_fn function = new av_tx_fn(address);
  private final FloatPointer in;
  private final FloatPointer out;

  /** Floats of the input that may not be zero. */
  private int used;

  /**
   * @param type one of libavutil's kinds of transform
   * @param inverse 1 for the inverse
   * @param length points
   */
  AvContext(int type, int inverse, int length) {
    try (FloatPointer scale = new FloatPointer(1f)) {
      int code = avutil.av_tx_init(handle, function, type, inverse, length, scale, 0);
      if (code < 0) {
        throw new IllegalStateException(
            "libavutil has no transform of " + length + " points (code " + code + ")");
      }
    }
    context = new AVTXContext(handle.get(0));
    // Aligned for any vector instruction.
    in = new FloatPointer(avutil.av_malloc((length + 1) * COMPLEX_BYTES));
    used = 2 * length + 2;
    out = new FloatPointer(avutil.av_malloc((length + 1) * COMPLEX_BYTES));
  }

  void run(float[] data, int floatsIn, int floatsOut) {
    in.put(data, 0, floatsIn);
    if (used > floatsIn) {
      Pointer.memset(in.getPointer(floatsIn), 0, (used - floatsIn) * (long) Float.BYTES);
    }
    used = floatsIn;
    function.call(context, out, in, COMPLEX_BYTES);
    out.get(data, 0, floatsOut);
  }

  @Override
  public void close() {
    avutil.av_tx_uninit(handle);
    avutil.av_free(in);
    avutil.av_free(out);
    handle.close();
    address.close();
  }
}
