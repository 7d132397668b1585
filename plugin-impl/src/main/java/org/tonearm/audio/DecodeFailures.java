package org.tonearm.audio;

import java.nio.file.Path;
import org.tonearm.api.audio.DecodeException;

/** The sentences for everything that can keep one file from being decoded. */
final class DecodeFailures {
  private static final String LEFT_ALONE = "The file was left as it is.";

  private final Path file;

  DecodeFailures(Path file) {
    this.file = file;
  }

  DecodeException missing(Throwable cause) {
    return new DecodeException(
        "missing",
        "There is no file " + file + ".",
        "Check the name, and that its disk or network share is connected.",
        cause);
  }

  DecodeException notAFile() {
    return new DecodeException(
        "not-audio",
        file + " is not a file: an audio file was expected.",
        "Name an audio file; folders are given to the scan.");
  }

  DecodeException unreadable(Throwable cause) {
    return new DecodeException(
        "unreadable",
        file + " may not be read by this user.",
        "Give yourself permission to read it, or run as a user who has it.",
        cause);
  }

  DecodeException ioFailed(Throwable cause) {
    return new DecodeException(
        "unreadable",
        file + " can't be read: " + cause.getMessage() + ".",
        "Check the disk or network share that holds it, then try again.",
        cause);
  }

  DecodeException empty() {
    return new DecodeException(
        "empty",
        file + " is empty: it holds no bytes at all.",
        "Restore it from a backup, or remove it.");
  }

  DecodeException notAudio() {
    return new DecodeException(
        "not-audio",
        file + " is not audio, whatever its name says.",
        "Give it the ending that suits its content, or leave it out with --exclude.");
  }

  DecodeException noAudioStream(String format) {
    return new DecodeException(
        "no-audio-stream",
        file + " (" + format + ") holds no sound, only pictures or data.",
        "Leave it out with --exclude. " + LEFT_ALONE);
  }

  DecodeException noSamples(String format) {
    return new DecodeException(
        "no-samples",
        file + " (" + format + ") has a length of zero.",
        "Copy or rip the track again. " + LEFT_ALONE);
  }

  DecodeException unsupportedCodec(String codec) {
    return new DecodeException(
        "unsupported-codec",
        file + " is coded as " + codec + ", which Tonearm can't decode.",
        "If it is copy-protected, get it without protection; else convert it, to FLAC for example.");
  }

  DecodeException broken(String format, String reason) {
    return new DecodeException(
        "broken",
        file
            + " ("
            + format
            + ") is damaged or cut short, nothing could be decoded: "
            + reason
            + ".",
        "Copy, download or rip the track again. " + LEFT_ALONE);
  }

  DecodeException noNatives(LinkageError cause) {
    return new DecodeException(
        "no-natives",
        file + " was not decoded: FFmpeg could not be loaded on this machine (" + cause + ").",
        "Run \"tonearm doctor\"; it names the platform and the folder that FFmpeg is unpacked to.",
        cause);
  }
}
