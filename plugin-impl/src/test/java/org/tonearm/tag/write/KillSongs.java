package org.tonearm.tag.write;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tonearm.audio.EncodedAudio;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;

/** Short songs in every format that is tagged, with tags of many kinds in them. */
final class KillSongs {
  private static final int RATE = 44_100;
  private static final double SECONDS = 2;
  private static final Map<String, String> TAGS =
      Map.of("title", "Song", "artist", "Somebody", "genre", "Other", "comment", "8A - Energy 6");

  private KillSongs() {}

  /**
   * Writes the songs into a folder.
   *
   * @return the song of each format; where mutagen is installed, with cue points and pictures too
   */
  static Map<String, Path> make(Path folder) throws Exception {
    Files.createDirectories(folder);
    Map<String, Path> songs = new LinkedHashMap<>();
    add(songs, folder, "mp3-2.3", EncodeFormat.MP3, Id3Version.V23);
    add(songs, folder, "mp3-2.4", EncodeFormat.MP3, Id3Version.V24);
    add(songs, folder, "flac", EncodeFormat.FLAC, Id3Version.NONE);
    add(songs, folder, "ogg", EncodeFormat.OGG_VORBIS, Id3Version.NONE);
    add(songs, folder, "opus", EncodeFormat.OPUS, Id3Version.NONE);
    add(songs, folder, "m4a", EncodeFormat.M4A_AAC, Id3Version.NONE);
    add(songs, folder, "wav", EncodeFormat.WAV, Id3Version.NONE);
    add(songs, folder, "aiff", EncodeFormat.AIFF, Id3Version.NONE);
    KillJudge.dress(songs.values());
    for (Path song : songs.values()) {
      Files.setLastModifiedTime(song, FileTime.from(Instant.parse("2001-02-03T04:05:06.123456Z")));
    }
    return songs;
  }

  private static void add(
      Map<String, Path> songs, Path folder, String name, EncodeFormat format, Id3Version version)
      throws Exception {
    Path file = folder.resolve("song-" + name.replace('.', '_') + "." + format.extension());
    float[][] sound = {EncodedAudio.glide(200, 2_000, 0.5, SECONDS, RATE)};
    new AudioEncoder().encode(file, format, sound, RATE, version, TAGS);
    songs.put(name, file);
  }
}
