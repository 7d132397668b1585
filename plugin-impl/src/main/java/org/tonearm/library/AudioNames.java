package org.tonearm.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells by name alone which files of a folder are worth opening. */
public final class AudioNames {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "aac", "aif", "aifc", "aiff", "alac", "ape", "flac", "m4a", "m4b", "mka", "mp2", "mp3",
          "mp4", "mpc", "oga", "ogg", "opus", "spx", "tta", "wav", "wave", "wma", "wv");

  private AudioNames() {}

  /** True if the extension is one that audio files carry. */
  static boolean known(Path file) {
    return known(name(file));
  }

  /** The same of a bare name. */
  public static boolean known(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * True for names that begin with a dot: hidden files, AppleDouble companions ({@code
   * ._song.mp3}), and Tonearm's own temporary copies ({@code .tonearm-…}).
   */
  static boolean hidden(Path file) {
    return name(file).startsWith(".");
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
