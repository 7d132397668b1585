package org.tonearm.tag.write;

import java.io.IOException;
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
    for (Kind kind : Kind.values()) {
      songs.put(kind.id, encode(folder, kind));
    }
    KillJudge.dress(songs.values());
    for (Path song : songs.values()) {
      age(song);
    }
    return songs;
  }

  /** One of them, as the encoder leaves it. */
  static Path makeFlac(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path song = encode(folder, Kind.FLAC);
    age(song);
    return song;
  }

  private static void age(Path song) throws IOException {
    Files.setLastModifiedTime(song, FileTime.from(Instant.parse("2001-02-03T04:05:06.123456Z")));
  }

  private static Path encode(Path folder, Kind kind) throws Exception {
    Path file = folder.resolve("song-" + kind.id.replace('.', '_') + "." + kind.format.extension());
    float[][] sound = {EncodedAudio.glide(200, 2_000, 0.5, SECONDS, RATE)};
    new AudioEncoder().encode(file, kind.format, sound, RATE, kind.version, TAGS);
    return file;
  }

  /** Every way in which tags are kept. */
  private enum Kind {
    MP3_OLD("mp3-2.3", EncodeFormat.MP3, Id3Version.V23),
    MP3_NEW("mp3-2.4", EncodeFormat.MP3, Id3Version.V24),
    FLAC("flac", EncodeFormat.FLAC, Id3Version.NONE),
    OGG("ogg", EncodeFormat.OGG_VORBIS, Id3Version.NONE),
    OPUS("opus", EncodeFormat.OPUS, Id3Version.NONE),
    M4A("m4a", EncodeFormat.M4A_AAC, Id3Version.NONE),
    WAV("wav", EncodeFormat.WAV, Id3Version.NONE),
    AIFF("aiff", EncodeFormat.AIFF, Id3Version.NONE);

    private final String id;
    private final EncodeFormat format;
    private final Id3Version version;

    Kind(String id, EncodeFormat format, Id3Version version) {
      this.id = id;
      this.format = format;
      this.version = version;
    }
  }
}
