package org.tonearm.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.tonearm.api.audio.DecodeException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.ffmpeg.FfmpegException;

/** One decode of one opened stream into one sink. */
final class DecodeRun implements AutoCloseable {
  /** Decoded before an excerpt and dropped, so that codecs which look back have settled. */
  private static final double PRE_ROLL_SECONDS = 1.0;

  /** Of the pre-roll, what the resampler's filter gets to see. */
  private static final double FILTER_SECONDS = 0.1;

  /** Containers state lengths to within encoder delay and a coded frame or two. */
  private static final double LENGTH_TOLERANCE_SECONDS = 1.0;

  /** A stream of which more than this share is damaged counts as broken. */
  private static final double TOLERATED_DAMAGE = 0.05;

  private final AudioStream audio;
  private final int outputRate;
  private final DecodeFailures failures;
  private final StretchSink stretch;
  private final MonoResampler resampler;
  private final List<String> warnings = new ArrayList<>();
  private long damageBefore;
  private long packetsPassed;
  private long damagePassed;
  private boolean cut;

  DecodeRun(AudioStream audio, int outputRate, PcmSink sink, DecodeFailures failures) {
    this.audio = audio;
    this.outputRate = outputRate;
    this.failures = failures;
    this.stretch = new StretchSink(sink);
    this.resampler = new MonoResampler(outputRate, stretch::accept);
  }

  /**
   * @param audioBytes bytes of the file without tags at its start
   * @param fileIsCut the file is shorter than its headers say
   */
  DecodeReport decode(Excerpts excerpts, long audioBytes, boolean fileIsCut)
      throws DecodeException, InterruptedException {
    cut = fileIsCut;
    try {
      double seconds = audio.statedSeconds();
      if (audio.doubtful() || (!excerpts.whole() && seconds <= 0)) {
        seconds = survey(audioBytes);
      }
      double[] starts = ExcerptPlan.starts(excerpts, seconds);
      if (starts.length > 0) {
        DecodeReport report = excerpts(starts, seconds);
        if (report != null) {
          return report;
        }
        beginAnew();
      }
      return whole(audio.statedSeconds());
    } catch (FfmpegException e) {
      throw failures.broken(audio.format(), e.getMessage());
    }
  }

  @Override
  public void close() {
    resampler.close();
  }

  /** FFmpeg finds "audio" in almost any bytes; a real stream fills most of its file. */
  private double survey(long audioBytes) throws DecodeException, InterruptedException {
    Demuxer.PacketSurvey survey = audio.survey();
    if (audio.doubtful() && survey.bytes() < audioBytes / 2) {
      throw failures.notAudio();
    }
    beginAnew();
    return survey.seconds();
  }

  /** What was read so far is not what is heard, and does not count where damage is weighed. */
  private void beginAnew() {
    audio.rewind();
    packetsPassed = audio.packets();
    damagePassed = audio.damaged();
  }

  private DecodeReport whole(double statedSeconds)
      throws DecodeException, FfmpegException, InterruptedException {
    stretch.begin(0, 0, Long.MAX_VALUE);
    for (AVFrame frame = audio.next(); frame != null; frame = audio.next()) {
      resampler.accept(frame);
    }
    resampler.flush();
    if (stretch.total() == 0) {
      if (audio.doubtful()) {
        throw failures.notAudio();
      }
      throw audio.damaged() > 0 || audio.readFailed()
          ? failures.broken(audio.format(), "no part of the stream is intact")
          : failures.noSamples(audio.format());
    }
    boolean damaged = judgeDamage(audio.damaged() - damagePassed);
    double decoded = stretch.total() / (double) outputRate;
    boolean shortened = decoded < statedSeconds - LENGTH_TOLERANCE_SECONDS;
    if (shortened) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "Only %.0f of %.0f seconds could be decoded; the file is damaged or cut short.",
              decoded,
              statedSeconds));
    } else if (cut) {
      warnings.add("The file is cut short: it ends before its own headers say.");
    } else if (audio.readFailed()) {
      warnings.add(
          String.format(Locale.ROOT, "The stream could not be read beyond %.0f s.", decoded));
    }
    boolean complete = !shortened && !cut && !damaged && !audio.readFailed();
    return report(complete ? decoded : Math.max(decoded, statedSeconds), complete);
  }

  /** Warns of damage; returns true if there is too much of it. */
  private boolean judgeDamage(long damaged) throws DecodeException {
    if (damaged == 0) {
      return false;
    }
    long packets = audio.packets() - packetsPassed;
    double share = damaged / (double) Math.max(1, packets);
    if (audio.doubtful() && share > 0.5) {
      throw failures.notAudio();
    }
    warnings.add(
        String.format(
            Locale.ROOT,
            "The stream is damaged (faults: %d, packets: %d); what is damaged was left out.",
            damaged,
            packets));
    return share > TOLERATED_DAMAGE;
  }

  /** Returns null if nothing could be decoded where the excerpts lie. */
  private DecodeReport excerpts(double[] starts, double seconds)
      throws DecodeException, FfmpegException, InterruptedException {
    if (audio.next() == null) {
      return null;
    }
    // The first frame's stamp is the origin, so that excerpts and a whole decode agree.
    double origin = Double.isNaN(audio.frameSeconds()) ? 0 : audio.frameSeconds();
    long damaged = 0;
    int filled = 0;
    for (double start : starts) {
      damageBefore = audio.damaged();
      filled += excerpt(start, origin) ? 1 : 0;
      damaged += audio.damaged() - damageBefore;
    }
    if (stretch.total() == 0) {
      return null;
    }
    boolean broken = judgeDamage(damaged);
    if (filled < starts.length) {
      warnings.add(
          "The stream ends before "
              + (starts.length - filled)
              + " of "
              + starts.length
              + " excerpts; the file is damaged or cut short.");
    } else if (cut) {
      warnings.add("The file is cut short: it ends before its own headers say.");
    }
    return report(seconds, !broken && !cut && filled == starts.length);
  }

  /** Returns true if the excerpt came out at its full length. */
  private boolean excerpt(double start, double origin)
      throws FfmpegException, InterruptedException {
    resampler.reset();
    audio.seek(Math.max(0, start - PRE_ROLL_SECONDS) + origin);
    long length = (long) Excerpts.SECONDS * outputRate;
    boolean begun = false;
    double reached = 0;
    for (AVFrame frame = audio.next(); frame != null; frame = audio.next()) {
      double at = audio.frameSeconds() - origin;
      if (Double.isNaN(at)) {
        at = reached;
      }
      reached = at + frame.nb_samples() / (double) frame.sample_rate();
      if (!begun) {
        if (reached <= start - FILTER_SECONDS) {
          // Errors of a decoder that starts in the middle of things are no damage.
          damageBefore = audio.damaged();
          continue;
        }
        stretch.begin(Math.max(at, start), Math.round((start - at) * outputRate), length);
        begun = true;
      }
      resampler.accept(frame);
      if (stretch.full()) {
        return true;
      }
    }
    resampler.flush();
    return begun && stretch.full();
  }

  private DecodeReport report(double seconds, boolean complete) {
    return new DecodeReport(stretch.total(), seconds, complete, audio.format(), warnings);
  }
}
