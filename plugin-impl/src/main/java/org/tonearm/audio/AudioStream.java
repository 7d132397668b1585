package org.tonearm.audio;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.audio.ffmpeg.ChannelIo;

/**
 * The best audio stream of one opened file, decoded frame by frame. One thread only; closing frees
 * all native memory but not the {@link ChannelIo}.
 */
final class AudioStream implements AutoCloseable {
  /**
   * In Hz. No sound is kept at less; a damaged header that says 1 Hz would make a file of seconds
   * one of hours.
   */
  private static final int LOWEST_RATE = 1_000;

  /**
   * In Hz: a little above the highest that one-bit audio decodes to. The resampler's filter grows
   * with the rate, and takes minutes and gigabytes to build for what a damaged header may say.
   */
  private static final int HIGHEST_RATE = 6_000_000;

  private final Demuxer demuxer;
  private final AVFrame frame = av_frame_alloc();
  private AVCodecContext codec = new AVCodecContext(null);
  private String format;
  private boolean drained;
  private long damaged;

  private AudioStream(Demuxer demuxer) {
    this.demuxer = demuxer;
    this.format = demuxer.format();
  }

  /** Opens the container and the codec. */
  static AudioStream open(ChannelIo io, FileHead head, DecodeFailures failures)
      throws DecodeException, InterruptedException {
    AudioStream audio = new AudioStream(Demuxer.open(io, head, failures));
    try {
      audio.openCodec(failures);
      return audio;
    } catch (DecodeException | RuntimeException | Error e) {
      audio.close();
      throw e;
    }
  }

  private void openCodec(DecodeFailures failures) throws DecodeException {
    AVStream stream = demuxer.stream();
    int codecId = stream.codecpar().codec_id();
    String name = avcodec_get_name(codecId).getString();
    format = format.equals(name) ? format : format + "/" + name;
    AVCodec decoder = avcodec_find_decoder(codecId);
    if (decoder == null || decoder.isNull()) {
      throw failures.unsupportedCodec(name);
    }
    codec = avcodec_alloc_context3(decoder);
    if (avcodec_parameters_to_context(codec, stream.codecpar()) < 0) {
      throw failures.unsupportedCodec(name);
    }
    // Tracks run in parallel; a codec's own threads would only get in each other's way.
    codec.thread_count(1);
    // Lets the decoder trim encoder delay and keep the time stamps right.
    codec.pkt_timebase(stream.time_base());
    if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
      throw failures.unsupportedCodec(name);
    }
  }

  /** Container and codec, such as {@code ogg/opus}. */
  String format() {
    return format;
  }

  /**
   * Decodes the next frame, valid until the next call. Damaged packets are passed over and counted.
   *
   * @return null at the end
   * @throws InterruptedException if the thread is interrupted
   */
  AVFrame next() throws InterruptedException {
    while (true) {
      int result = avcodec_receive_frame(codec, frame);
      if (result >= 0) {
        if (frame.nb_samples() > 0) {
          if (frame.sample_rate() >= LOWEST_RATE && frame.sample_rate() <= HIGHEST_RATE) {
            return frame;
          }
          damaged++;
        }
        continue;
      }
      if (result == AVERROR_EOF()) {
        return null;
      }
      if (result != AVERROR_EAGAIN()) {
        damaged++;
      }
      if (drained) {
        return null;
      }
      feed();
    }
  }

  private void feed() throws InterruptedException {
    if (!demuxer.read()) {
      drained = true;
      avcodec_send_packet(codec, null);
      return;
    }
    if (avcodec_send_packet(codec, demuxer.packet()) < 0) {
      damaged++;
    }
    av_packet_unref(demuxer.packet());
  }

  /** Time of the current frame's first sample on the container's clock, or NaN if unknown. */
  double frameSeconds() {
    long stamp = frame.best_effort_timestamp();
    return stamp == AV_NOPTS_VALUE ? Double.NaN : stamp * demuxer.tick();
  }

  /** See {@link Demuxer#seek}. */
  void seek(double seconds) {
    demuxer.seek(seconds);
    restart();
  }

  /** Goes back to the beginning. */
  void rewind() {
    demuxer.rewind();
    restart();
  }

  /** See {@link Demuxer#survey}. */
  Demuxer.PacketSurvey survey() throws InterruptedException {
    return demuxer.survey();
  }

  private void restart() {
    avcodec_flush_buffers(codec);
    drained = false;
  }

  /** True if the container's kind was little more than a guess. */
  boolean doubtful() {
    return demuxer.doubtful();
  }

  /** Length that the container states, in seconds, or 0 if it states none. */
  double statedSeconds() {
    return demuxer.statedSeconds();
  }

  /** Packets read so far. */
  long packets() {
    return demuxer.packets();
  }

  /** Packets or frames that could not be decoded, and places that could not be read, so far. */
  long damaged() {
    return damaged + demuxer.holes();
  }

  /** True if reading ended in an error instead of the end of the file. */
  boolean readFailed() {
    return demuxer.readFailed();
  }

  @Override
  public void close() {
    av_frame_free(frame);
    if (!codec.isNull()) {
      avcodec_free_context(codec);
    }
    demuxer.close();
  }
}
