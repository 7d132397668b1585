package org.tonearm.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_CH_LAYOUT_STEREO;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tonearm.audio.ffmpeg.FfmpegException;

/**
 * Decoded frames of any layout, format and rate to mono float at one rate, by libswresample.
 *
 * <p>The mix-down is normalised: the weights of all channels add up to 1, so that full scale stays
 * full scale (left and right count a half each, see {@link StereoMix}; centre and surround as in
 * ITU-R BS.775). A layout that is not known is averaged. The converter is built anew when a stream
 * changes its layout or rate on the way.
 */
final class MonoResampler implements AutoCloseable {

  /** Takes what comes out. */
  interface Output {
    /** The array is reused after the call. */
    void accept(float[] samples, int length);
  }

  private final int outputRate;
  private final Output output;
  private final StereoMix stereo;
  private final AVChannelLayout outputLayout = new AVChannelLayout();
  private final AVChannelLayout inputLayout = new AVChannelLayout();
  private final PointerPointer<FloatPointer> planes = new PointerPointer<>(2);
  private final SwrContext swr = new SwrContext(null);
  private FloatPointer left = new FloatPointer(0L);
  private FloatPointer right = new FloatPointer(0L);
  private float[] samples = new float[0];
  private float[] others = new float[0];
  private int rate = -1;
  private int format = -1;
  private int channels = -1;
  private int order = -1;
  private long mask;
  private boolean pair;

  MonoResampler(int outputRate, Output output) {
    this.outputRate = outputRate;
    this.output = output;
    this.stereo = new StereoMix(outputRate, output);
  }

  /** Converts one frame; some samples stay inside for the filter's sake until more come. */
  void accept(AVFrame frame) throws FfmpegException {
    if (differs(frame)) {
      flush();
      build(frame);
    }
    convert(frame.extended_data(), frame.nb_samples());
  }

  /** Hands over what is still inside; the next frame starts afresh. */
  void flush() throws FfmpegException {
    if (!swr.isNull()) {
      convert(null, 0);
      stereo.flush();
      reset();
    }
  }

  /** Forgets what is still inside. */
  void reset() {
    if (!swr.isNull()) {
      swr_free(swr);
      swr.setNull();
    }
    stereo.reset();
    rate = -1;
  }

  @Override
  public void close() {
    reset();
    left.close();
    right.close();
    planes.close();
    av_channel_layout_uninit(inputLayout);
    inputLayout.close();
    av_channel_layout_uninit(outputLayout);
    outputLayout.close();
  }

  private boolean differs(AVFrame frame) {
    AVChannelLayout layout = frame.ch_layout();
    return frame.sample_rate() != rate
        || frame.format() != format
        || layout.nb_channels() != channels
        || layout.order() != order
        || layout.u_mask() != mask;
  }

  private void build(AVFrame frame) throws FfmpegException {
    AVChannelLayout layout = frame.ch_layout();
    rate = frame.sample_rate();
    format = frame.format();
    channels = layout.nb_channels();
    order = layout.order();
    mask = layout.u_mask();
    if (order == AV_CHANNEL_ORDER_UNSPEC) {
      av_channel_layout_uninit(inputLayout);
      av_channel_layout_default(inputLayout, channels);
    } else {
      FfmpegException.check(av_channel_layout_copy(inputLayout, layout));
    }
    pair =
        inputLayout.order() == AV_CHANNEL_ORDER_NATIVE
            && inputLayout.u_mask() == AV_CH_LAYOUT_STEREO;
    av_channel_layout_uninit(outputLayout);
    av_channel_layout_default(outputLayout, pair ? 2 : 1);
    FfmpegException.check(
        swr_alloc_set_opts2(
            swr, outputLayout, AV_SAMPLE_FMT_FLTP, outputRate, inputLayout, format, rate, 0, null));
    // Without this, float output would be mixed to up to 1.4 times full scale.
    av_opt_set_double(swr, "rematrix_maxval", 1.0, 0);
    if (swr_init(swr) < 0) {
      buildAverage();
    }
  }

  /** For layouts between which libswresample knows no way. */
  private void buildAverage() throws FfmpegException {
    double[] weights = new double[channels];
    Arrays.fill(weights, 1.0 / channels);
    FfmpegException.check(swr_set_matrix(swr, weights, channels));
    FfmpegException.check(swr_init(swr));
  }

  private void convert(PointerPointer<?> input, int count) throws FfmpegException {
    int room = FfmpegException.check(swr_get_out_samples(swr, count));
    if (room == 0) {
      return;
    }
    if (samples.length < room) {
      left.close();
      right.close();
      left = new FloatPointer((long) room);
      right = new FloatPointer((long) room);
      planes.put(0, left).put(1, right);
      samples = new float[room];
      others = new float[room];
    }
    int made = FfmpegException.check(swr_convert(swr, planes, room, input, count));
    if (made > 0) {
      left.position(0).get(samples, 0, made);
      if (pair) {
        right.position(0).get(others, 0, made);
        stereo.accept(samples, others, made);
      } else {
        output.accept(samples, made);
      }
    }
  }
}
