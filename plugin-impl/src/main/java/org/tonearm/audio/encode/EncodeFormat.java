package org.tonearm.audio.encode;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;

import java.util.List;
import java.util.Locale;

/** The formats that {@link AudioEncoder} writes: a container with one codec. */
public enum EncodeFormat {
  /** MPEG-1 layer 3 by LAME. */
  MP3("mp3", "mp3", "libmp3lame", AV_SAMPLE_FMT_FLTP, 128_000),
  /** Free lossless audio codec, 16 bit. */
  FLAC("flac", "flac", "flac", AV_SAMPLE_FMT_S16, 0),
  /**
   * Vorbis in Ogg, by FFmpeg's own encoder. It writes two channels only and garbles the second
   * where it differs from the first, so that both get the mean of all channels; faint noise is
   * added, without which it can fail.
   */
  OGG_VORBIS("ogg", "ogg", "vorbis", AV_SAMPLE_FMT_FLTP, 128_000),
  /** Opus in Ogg, always at 48 kHz. */
  OPUS("opus", "opus", "libopus", AV_SAMPLE_FMT_S16, 96_000),
  /** Advanced audio coding in MP4. */
  M4A_AAC("m4a", "ipod", "aac", AV_SAMPLE_FMT_FLTP, 128_000),
  /** Apple lossless in MP4, 16 bit. */
  M4A_ALAC("m4a", "ipod", "alac", AV_SAMPLE_FMT_S16P, 0),
  /** RIFF WAVE, 16 bit. */
  WAV("wav", "wav", "pcm_s16le", AV_SAMPLE_FMT_S16, 0),
  /** AIFF, 16 bit. */
  AIFF("aiff", "aiff", "pcm_s16be", AV_SAMPLE_FMT_S16, 0),
  /** Windows Media Audio 2. */
  WMA("wma", "asf", "wmav2", AV_SAMPLE_FMT_FLTP, 128_000),
  /** WavPack, lossless, 16 bit. */
  WAVPACK("wv", "wv", "wavpack", AV_SAMPLE_FMT_S16P, 0);

  private static final List<Integer> MPEG_RATES =
      List.of(48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000);

  private final String extension;
  private final String muxer;
  private final String encoder;
  private final int sampleFormat;
  private final int bitRate;

  EncodeFormat(String extension, String muxer, String encoder, int sampleFormat, int bitRate) {
    this.extension = extension;
    this.muxer = muxer;
    this.encoder = encoder;
    this.sampleFormat = sampleFormat;
    this.bitRate = bitRate;
  }

  /** The usual ending of such files, without a dot. */
  public String extension() {
    return extension;
  }

  /** True if decoding gives back the 16-bit samples exactly. */
  public boolean lossless() {
    return bitRate == 0;
  }

  /** The name in lower case with hyphens, such as {@code m4a-aac}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String muxer() {
    return muxer;
  }

  String encoder() {
    return encoder;
  }

  int sampleFormat() {
    return sampleFormat;
  }

  /** In bits a second; 0 for lossless formats. */
  int bitRate() {
    return bitRate;
  }

  /** The rate in Hz at which sound of another rate is written. */
  int rateFor(int rate) {
    return switch (this) {
      case OPUS -> 48_000;
      case MP3, M4A_AAC, WMA -> MPEG_RATES.contains(rate) ? rate : 44_100;
      default -> rate;
    };
  }

  /** True if both channels get the mean of all. */
  boolean doubledMono() {
    return this == OGG_VORBIS;
  }

  /** Channels in the file. */
  int channelsFor(int channels) {
    return doubledMono() ? 2 : channels;
  }
}
