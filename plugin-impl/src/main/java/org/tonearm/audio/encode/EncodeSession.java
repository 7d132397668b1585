package org.tonearm.audio.encode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CAP_VARIABLE_FRAME_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_EXPERIMENTAL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_free;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_read;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_size;
import static org.bytedeco.ffmpeg.global.avutil.av_audio_fifo_write;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVAudioFifo;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.tonearm.audio.ffmpeg.ChannelIo;
import org.tonearm.audio.ffmpeg.FfmpegException;

/** One file while it is written: open, write, finish, close. One thread. */
final class EncodeSession implements AutoCloseable {
  /** FFmpeg's code for a missing encoder. */
  static final int NO_ENCODER = avutil.AVERROR_ENCODER_NOT_FOUND();

  private static final int BLOCK = 4096;

  private final ChannelIo io;
  private final EncodeFormat format;
  private final AVFormatContext container = new AVFormatContext(null);
  private final SwrContext swr = new SwrContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVChannelLayout inputLayout = new AVChannelLayout();
  private AVCodecContext codec = new AVCodecContext(null);
  private AVAudioFifo fifo = new AVAudioFifo(null);
  private AVStream stream;
  private int frameSize;
  private long written;

  EncodeSession(ChannelIo io, EncodeFormat format) {
    this.io = io;
    this.format = format;
  }

  void open(int channels, int rate, Id3Version id3, Map<String, String> tags)
      throws FfmpegException {
    FfmpegException.check(
        avformat_alloc_output_context2(container, null, format.muxer(), (String) null));
    container.pb(io.context());
    // No dates, program versions or random serial numbers in the file.
    container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    openCodec(channels, rate);
    stream = avformat_new_stream(container, null);
    FfmpegException.check(avcodec_parameters_from_context(stream.codecpar(), codec));
    stream.time_base(codec.time_base());
    writeHeader(id3, tags);
    openConverter(channels, rate);
  }

  private void openCodec(int channels, int rate) throws FfmpegException {
    AVCodec encoder = avcodec_find_encoder_by_name(format.encoder());
    if (encoder == null || encoder.isNull()) {
      throw new FfmpegException(NO_ENCODER);
    }
    codec = avcodec_alloc_context3(encoder);
    codec.sample_fmt(format.sampleFormat());
    codec.sample_rate(format.rateFor(rate));
    av_channel_layout_default(codec.ch_layout(), format.channelsFor(channels));
    codec.time_base(avutil.av_make_q(1, codec.sample_rate()));
    if (format.bitRate() > 0) {
      codec.bit_rate(format.bitRate());
    }
    codec.thread_count(1);
    // FFmpeg calls its own Vorbis encoder experimental.
    codec.strict_std_compliance(FF_COMPLIANCE_EXPERIMENTAL);
    int flags = AV_CODEC_FLAG_BITEXACT;
    if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    }
    codec.flags(codec.flags() | flags);
    FfmpegException.check(avcodec_open2(codec, encoder, (AVDictionary) null));
    boolean anySize = (encoder.capabilities() & AV_CODEC_CAP_VARIABLE_FRAME_SIZE) != 0;
    frameSize = anySize || codec.frame_size() == 0 ? BLOCK : codec.frame_size();
  }

  private void writeHeader(Id3Version id3, Map<String, String> tags) throws FfmpegException {
    AVDictionary metadata = new AVDictionary(null);
    AVDictionary options = new AVDictionary(null);
    try {
      if (format != EncodeFormat.MP3 || id3 != Id3Version.NONE) {
        // In a fixed order, since that of a map may change from run to run.
        for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
          av_dict_set(metadata, tag.getKey(), tag.getValue(), 0);
        }
      }
      container.metadata(metadata);
      if (format == EncodeFormat.MP3) {
        av_dict_set(options, "id3v2_version", Integer.toString(id3.version()), 0);
      }
      if (format == EncodeFormat.AIFF && !tags.isEmpty()) {
        av_dict_set(options, "write_id3v2", "1", 0);
      }
      FfmpegException.check(avformat_write_header(container, options));
    } finally {
      av_dict_free(options);
    }
  }

  private void openConverter(int channels, int rate) throws FfmpegException {
    av_channel_layout_default(inputLayout, channels);
    FfmpegException.check(
        swr_alloc_set_opts2(
            swr,
            codec.ch_layout(),
            codec.sample_fmt(),
            codec.sample_rate(),
            inputLayout,
            AV_SAMPLE_FMT_FLTP,
            rate,
            0,
            null));
    if (format.doubledMono()) {
      double[] means = new double[2 * channels];
      Arrays.fill(means, 1.0 / channels);
      FfmpegException.check(swr_set_matrix(swr, means, channels));
    }
    FfmpegException.check(swr_init(swr));
    fifo = av_audio_fifo_alloc(codec.sample_fmt(), codec.ch_layout().nb_channels(), BLOCK);
  }

  void write(float[][] channels) throws FfmpegException {
    int length = channels[0].length;
    try (PointerPointer<FloatPointer> planes = new PointerPointer<>(channels.length);
        FloatPointer block = new FloatPointer((long) BLOCK * channels.length)) {
      for (int at = 0; at < length; at += BLOCK) {
        int count = Math.min(BLOCK, length - at);
        for (int c = 0; c < channels.length; c++) {
          FloatPointer plane = block.getPointer((long) c * BLOCK);
          plane.put(channels[c], at, count);
          planes.put(c, plane);
        }
        convert(planes, count);
        encodeWhile(frameSize);
      }
    }
  }

  /** Writes what is still inside, and the file's end. */
  void finish() throws FfmpegException {
    convert(null, 0);
    encodeWhile(frameSize);
    int rest = av_audio_fifo_size(fifo);
    if (rest > 0) {
      encode(rest);
    }
    if (written > 0) {
      // FFmpeg's Vorbis encoder never comes to an end of no sound at all.
      drain(null);
    }
    FfmpegException.check(av_write_trailer(container));
  }

  private void convert(PointerPointer<?> planes, int count) throws FfmpegException {
    int room = FfmpegException.check(swr_get_out_samples(swr, count));
    if (room == 0) {
      return;
    }
    prepareFrame(room);
    int made = FfmpegException.check(swr_convert(swr, frame.extended_data(), room, planes, count));
    if (made > 0) {
      FfmpegException.check(av_audio_fifo_write(fifo, frame.extended_data(), made));
    }
    av_frame_unref(frame);
  }

  private void encodeWhile(int size) throws FfmpegException {
    while (av_audio_fifo_size(fifo) >= size) {
      encode(size);
    }
  }

  private void encode(int count) throws FfmpegException {
    prepareFrame(count);
    FfmpegException.check(av_audio_fifo_read(fifo, frame.extended_data(), count));
    frame.pts(written);
    written += count;
    drain(frame);
    av_frame_unref(frame);
  }

  private void prepareFrame(int count) throws FfmpegException {
    av_frame_unref(frame);
    frame.nb_samples(count);
    frame.format(codec.sample_fmt());
    frame.sample_rate(codec.sample_rate());
    FfmpegException.check(av_channel_layout_copy(frame.ch_layout(), codec.ch_layout()));
    FfmpegException.check(av_frame_get_buffer(frame, 0));
  }

  private void drain(AVFrame next) throws FfmpegException {
    FfmpegException.check(avcodec_send_frame(codec, next));
    while (true) {
      int result = avcodec_receive_packet(codec, packet);
      if (result == AVERROR_EAGAIN() || result == AVERROR_EOF()) {
        return;
      }
      FfmpegException.check(result);
      packet.stream_index(stream.index());
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      FfmpegException.check(av_interleaved_write_frame(container, packet));
    }
  }

  @Override
  public void close() {
    if (!fifo.isNull()) {
      av_audio_fifo_free(fifo);
    }
    if (!swr.isNull()) {
      swr_free(swr);
    }
    if (!codec.isNull()) {
      avcodec_free_context(codec);
    }
    av_frame_free(frame);
    av_packet_free(packet);
    inputLayout.close();
    if (!container.isNull()) {
      avformat_free_context(container);
    }
  }
}
