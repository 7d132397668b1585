package org.tonearm.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
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
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.Locale;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.audio.ffmpeg.ChannelIo;
import org.tonearm.audio.ffmpeg.FfmpegLibrary;

/**
 * A container and the packets of its best audio stream. All other streams are thrown away. One
 * thread only; closing frees all native memory but not the {@link ChannelIo}.
 */
final class Demuxer implements AutoCloseable {
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

  /** Sample entries of protected MP4 audio as FFmpeg gives them, {@code drms} and {@code enca}. */
  private static final Set<Integer> PROTECTED = Set.of(0x736d7264, 0x61636e65);

  private final ChannelIo io;
  private final DecodeFailures failures;
  private final AVPacket packet = av_packet_alloc();
  private AVFormatContext container = new AVFormatContext(null);
  private AVStream stream;
  private double tick;
  private String format = "unknown format";
  private boolean readFailed;
  private long packets;
  private long packetBytes;
  private long holes;
  private boolean inHole;

  private Demuxer(ChannelIo io, DecodeFailures failures) {
    this.io = io;
    this.failures = failures;
  }

  /** Opens the container, whose kind is judged by its content, and chooses the stream. */
  static Demuxer open(ChannelIo io, FileHead head, DecodeFailures failures)
      throws DecodeException, InterruptedException {
    Demuxer demuxer = new Demuxer(io, failures);
    try {
      demuxer.openContainer(head);
      demuxer.chooseStream();
      return demuxer;
    } catch (DecodeException | InterruptedException | RuntimeException | Error e) {
      demuxer.close();
      throw e;
    }
  }

  private void openContainer(FileHead head) throws DecodeException, InterruptedException {
    int result = openInput(null);
    if (result < 0 && head.startsWithMpegFrame()) {
      avio_seek(io.context(), 0, 0);
      result = openInput(av_find_input_format("mp3"));
    }
    stopIfReadingFailed();
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
    stopIfReadingFailed();
    if (result < 0) {
      throw broken(FfmpegLibrary.message(result));
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

  private void stopIfReadingFailed() throws DecodeException, InterruptedException {
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

  private void chooseStream() throws DecodeException {
    int index = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw whyNoStream();
    }
    discardOthers(index);
    stream = container.streams(index);
    if (PROTECTED.contains(stream.codecpar().codec_tag())) {
      throw failures.unsupportedCodec("protected AAC"); // what it decodes to is no sound
    }
    tick = av_q2d(stream.time_base());
  }

  private DecodeException whyNoStream() {
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
        : broken("the form of its sound is not stated");
  }

  private DecodeException broken(String reason) {
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

  /** The container in a word, such as {@code ogg}. */
  String format() {
    return format;
  }

  /** The stream; valid until this is closed. */
  AVStream stream() {
    return stream;
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
   * Reads the next packet of the stream; steps over places that the demuxer can't make out.
   *
   * @return false at the end
   * @throws InterruptedException if the thread is interrupted
   */
  boolean read() throws InterruptedException {
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

  /** What {@link #read} read; to be unreferenced by who called it. */
  AVPacket packet() {
    return packet;
  }

  /** Seconds for one unit of the stream's time stamps. */
  double tick() {
    return tick;
  }

  /**
   * Goes to the last point at or before a time from which decoding can start. Where that is
   * impossible, reading goes on from where it was.
   */
  void seek(double seconds) {
    long stamp = Math.round(seconds / tick);
    avformat_seek_file(container, stream.index(), Long.MIN_VALUE, stamp, stamp, 0);
    readFailed = false;
  }

  /** Goes back to the beginning. */
  void rewind() {
    long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    int index = stream.index();
    if (avformat_seek_file(container, index, Long.MIN_VALUE, start, Long.MAX_VALUE, 0) < 0) {
      avformat_seek_file(container, index, 0, 0, 0, AVSEEK_FLAG_BYTE);
    }
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

  /** Places that could not be read so far. */
  long holes() {
    return holes;
  }

  /** True if reading ended in an error instead of the end of the file. */
  boolean readFailed() {
    return readFailed;
  }

  @Override
  public void close() {
    av_packet_free(packet);
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
