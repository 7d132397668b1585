package org.tonearm.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
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
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_SCORE_RETRY;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BYTE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_seek_file;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;
import static org.bytedeco.ffmpeg.global.avformat.avio_tell;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.Locale;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.audio.ffmpeg.ChannelIo;
import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/**
 * The best audio stream of one opened file, decoded frame by frame. All other streams are thrown
 * away by the demuxer. One thread only; closing frees all native memory but not the {@link
 * ChannelIo}.
 */
final class AudioStream implements AutoCloseable {
  // Containers that hold audio and can point at no other file or address, as play lists do.
  private static final Set<String> CONTAINERS =
      Set.of(
          "aac",
          "ac3",
          "aiff",
          "amr",
          "ape",
          "asf",
          "au",
          "avi",
          "caf",
          "dsf",
          "dts",
          "dtshd",
          "eac3",
          "flac",
          "iff",
          "matroska",
          "mov",
          "mp3",
          "mpc",
          "mpc8",
          "mpeg",
          "mpegts",
          "ogg",
          "oma",
          "rm",
          "shn",
          "tak",
          "tta",
          "w64",
          "wav",
          "webm",
          "wv",
          "xwma");

  private final ChannelIo io;
  private AVFormatContext container = new AVFormatContext(null);
  private AVCodecContext codec = new AVCodecContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private AVStream stream;
  private double tick;
  private String format = "unknown format";
  private boolean drained;
  private boolean readFailed;
  private long packets;
  private long packetBytes;
  private long damaged;
  private long holes;
  private boolean inHole;

  private AudioStream(ChannelIo io) {
    this.io = io;
  }

  /** Opens the container and the codec. */
  static AudioStream open(ChannelIo io, FileHead head, DecodeFailures failures)
      throws DecodeException, InterruptedException {
    AudioStream audio = new AudioStream(io);
    try {
      audio.openContainer(head, failures);
      audio.openCodec(failures);
      return audio;
    } catch (DecodeException | InterruptedException | RuntimeException | Error e) {
      audio.close();
      throw e;
    }
  }

  private void openContainer(FileHead head, DecodeFailures failures)
      throws DecodeException, InterruptedException {
    int result = openInput(null);
    if (result < 0 && head.startsWithMpegFrame()) {
      avio_seek(io.context(), 0, 0);
      result = openInput(av_find_input_format("mp3"));
    }
    stopIfReadingFailed(failures);
    if (result < 0) {
      if (head.isLoneMpegFrame()) {
        throw failures.noSamples("mp3");
      }
      String recognised = head.recognisedAs(CONTAINERS);
      throw recognised == null
          ? failures.notAudio()
          : failures.broken(shortName(recognised), reason(recognised, result));
    }
    format = shortName(container.iformat().name().getString());
    discardOthers(-1);
    result = avformat_find_stream_info(container, (PointerPointer<?>) null);
    stopIfReadingFailed(failures);
    if (result < 0) {
      throw broken(failures, FfmpegLibrary.message(result));
    }
  }

  private int openInput(AVInputFormat forced) {
    container = avformat_alloc_context();
    container.pb(io.context());
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "format_whitelist", String.join(",", CONTAINERS), 0);
    av_dict_set(options, "protocol_whitelist", "none", 0);
    int result = avformat_open_input(container, (String) null, forced, options);
    av_dict_free(options);
    if (result < 0) {
      // FFmpeg has freed it.
      container = new AVFormatContext(null);
    }
    return result;
  }

  private void stopIfReadingFailed(DecodeFailures failures)
      throws DecodeException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (io.failure() != null) {
      throw failures.ioFailed(io.failure());
    }
  }

  private static String reason(String container, int result) {
    return container.equals("mov")
        ? "its index (the moov atom) is missing or damaged"
        : FfmpegLibrary.message(result);
  }

  private void openCodec(DecodeFailures failures) throws DecodeException {
    int index = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw whyNoStream(failures);
    }
    discardOthers(index);
    stream = container.streams(index);
    tick = av_q2d(stream.time_base());
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

  private DecodeException whyNoStream(DecodeFailures failures) {
    boolean declared = container.nb_streams() == 0;
    for (int i = 0; i < container.nb_streams(); i++) {
      declared |= container.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO;
    }
    if (!declared) {
      return failures.noAudioStream(format);
    }
    int result = av_read_frame(container, packet);
    av_packet_unref(packet);
    return result == AVERROR_EOF()
        ? failures.noSamples(format)
        : broken(failures, "the form of its sound is not stated");
  }

  private DecodeException broken(DecodeFailures failures, String reason) {
    return doubtful() ? failures.notAudio() : failures.broken(format, reason);
  }

  /** Pictures and video would be read, and before that, probed, for nothing. */
  private void discardOthers(int chosen) {
    for (int i = 0; i < container.nb_streams(); i++) {
      AVStream other = container.streams(i);
      boolean wanted =
          chosen < 0 ? other.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO : i == chosen;
      if (!wanted) {
        other.discard(AVDISCARD_ALL);
      }
    }
  }

  private static String shortName(String names) {
    int comma = names.indexOf(',');
    String first = comma < 0 ? names : names.substring(0, comma);
    return first.equals("mov") ? "mp4" : first.toLowerCase(Locale.ROOT);
  }

  /** Container and codec, such as {@code ogg/opus}. */
  String format() {
    return format;
  }

  /** True if the container's kind was little more than a guess. */
  boolean doubtful() {
    return container.probe_score() <= AVPROBE_SCORE_RETRY();
  }

  /** Length that the container states, in seconds, or 0 if it states none. */
  double statedSeconds() {
    if (container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
      return 0;
    }
    if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
      return stream.duration() * tick;
    }
    return container.duration() == AV_NOPTS_VALUE
        ? 0
        : container.duration() / (double) AV_TIME_BASE;
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
        if (frame.nb_samples() > 0 && frame.sample_rate() > 0) {
          return frame;
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
    if (!read()) {
      drained = true;
      avcodec_send_packet(codec, null);
      return;
    }
    if (avcodec_send_packet(codec, packet) < 0) {
      damaged++;
    }
    av_packet_unref(packet);
  }

  /** Reads the next packet of the stream; steps over places that the demuxer can't make out. */
  private boolean read() throws InterruptedException {
    while (true) {
      long place = avio_tell(io.context());
      int result = av_read_frame(container, packet);
      if (Thread.interrupted()) {
        av_packet_unref(packet);
        throw new InterruptedException();
      }
      boolean damage = result < 0 && result != AVERROR_EOF() && io.failure() == null;
      if (damage && avio_tell(io.context()) > place) {
        holes += inHole ? 0 : 1;
        inHole = true;
        continue;
      }
      if (result < 0) {
        readFailed |= result != AVERROR_EOF() || io.failure() != null;
        return false;
      }
      inHole = false;
      if (packet.stream_index() == stream.index()) {
        packets++;
        packetBytes += packet.size();
        return true;
      }
      av_packet_unref(packet);
    }
  }

  /** Time of the current frame's first sample on the container's clock, or NaN if unknown. */
  double frameSeconds() {
    long stamp = frame.best_effort_timestamp();
    return stamp == AV_NOPTS_VALUE ? Double.NaN : stamp * tick;
  }

  /**
   * Goes to the last point at or before a time from which decoding can start.
   *
   * @return false if that is impossible; the place is then as before or undefined within the file
   */
  boolean seek(double seconds) {
    long stamp = Math.round(seconds / tick);
    int result = avformat_seek_file(container, stream.index(), Long.MIN_VALUE, stamp, stamp, 0);
    restart();
    return result >= 0;
  }

  /** Goes back to the beginning. */
  void rewind() {
    long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    int index = stream.index();
    if (avformat_seek_file(container, index, Long.MIN_VALUE, start, Long.MAX_VALUE, 0) < 0) {
      avformat_seek_file(container, index, 0, 0, 0, AVSEEK_FLAG_BYTE);
    }
    restart();
  }

  private void restart() {
    avcodec_flush_buffers(codec);
    drained = false;
    readFailed = false;
  }

  /** Reads all packets to the end, without decoding; {@link #seek} leads back. */
  PacketSurvey survey() throws InterruptedException {
    long ticks = 0;
    long before = packetBytes;
    while (read()) {
      ticks += Math.max(0, packet.duration());
      av_packet_unref(packet);
    }
    return new PacketSurvey(ticks * tick, packetBytes - before);
  }

  /** Packets read so far. */
  long packets() {
    return packets;
  }

  /** Packets or frames that could not be decoded, and places that could not be read, so far. */
  long damaged() {
    return damaged + holes;
  }

  /** True if reading ended in an error instead of the end of the file. */
  boolean readFailed() {
    return readFailed;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    if (!codec.isNull()) {
      avcodec_free_context(codec);
    }
    if (!container.isNull()) {
      avformat_close_input(container);
    }
  }

  /**
   * What a pass over all packets showed.
   *
   * @param seconds length of the stream
   * @param bytes coded audio among the file's bytes
   */
  record PacketSurvey(double seconds, long bytes) {}
}
