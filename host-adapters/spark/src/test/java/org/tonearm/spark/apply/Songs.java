package org.tonearm.spark.apply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.spark.store.AudioStore;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.codec.CodecRegistry;

/** Short songs of every format that is tagged, and plans for them. */
final class Songs {
  static final List<String> NAMES =
      List.of(
          "a b", "a:b", "50%", "100%25", "c#", "who?", "{x}", "[live] (1)", "two\nlines", "Björk");

  private static final int RATE = 44_100;
  private static final int SAMPLES = RATE / 2;

  private Songs() {}

  /** A song of each format, each under one of the odd names. */
  static List<Path> ofEveryFormat(Path folder) throws Exception {
    Files.createDirectories(folder);
    List<Path> songs = new ArrayList<>();
    for (EncodeFormat format :
        List.of(
            EncodeFormat.MP3,
            EncodeFormat.FLAC,
            EncodeFormat.OGG_VORBIS,
            EncodeFormat.OPUS,
            EncodeFormat.M4A_AAC,
            EncodeFormat.WAV,
            EncodeFormat.AIFF)) {
      String name = NAMES.get(songs.size()) + "." + format.extension();
      songs.add(encode(folder.resolve(name), format, 200 + 100 * songs.size()));
    }
    return songs;
  }

  /** Many small ones. */
  static List<Path> many(Path folder, int count) throws Exception {
    Files.createDirectories(folder);
    Path model = encode(folder.resolve("model.flac"), EncodeFormat.FLAC, 440);
    List<Path> songs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      songs.add(Files.copy(model, folder.resolve(NAMES.get(i % NAMES.size()) + i + ".flac")));
    }
    Files.delete(model);
    return songs;
  }

  private static Path encode(Path file, EncodeFormat format, double hertz) throws Exception {
    float[] sound = new float[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      sound[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    new AudioEncoder()
        .encode(
            file,
            format,
            new float[][] {sound},
            RATE,
            format == EncodeFormat.MP3 ? Id3Version.V24 : Id3Version.NONE,
            Map.of("title", "Song", "genre", "Other", "comment", "8A - Energy 6"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06.123456Z")));
    return file;
  }

  /** A plan that makes the genre Jazz, as a scan and an analysis would tell of the song. */
  static PlannedChange plan(AudioStore store, String uri, Path content) throws Exception {
    StoredFile seen = store.status(uri);
    var codec = CodecRegistry.installed().codecFor(content);
    TagSnapshot tags = codec.read(content, TagProfile.DEFAULT);
    return new PlannedChange(
        uri,
        seen.size(),
        seen.version(),
        Fingerprint.ofAudio(codec.id(), tags).text(),
        List.of(
            new Change(
                "genre", tags.fields().get(TagField.GENRE).values(), List.of("Jazz"), "test")));
  }

  static List<PlannedChange> plans(AudioStore store, List<Path> songs) throws Exception {
    List<PlannedChange> plans = new ArrayList<>();
    for (Path song : songs) {
      plans.add(plan(store, AudioUri.of(song), song));
    }
    return plans;
  }

  /** The hash of a song's audio, by the engine. */
  static String audio(Path song) throws Exception {
    return CodecRegistry.installed().codecFor(song).read(song, TagProfile.DEFAULT).audioHash();
  }

  /** Names of all files of a folder, hidden ones too. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Plans as lines, for another process. */
  static void write(List<PlannedChange> plans, Path file) throws IOException {
    Files.write(
        file,
        plans.stream()
            .map(
                p ->
                    String.join(
                        "\t", p.uri(), Long.toString(p.size()), p.version(), p.fingerprint()))
            .toList(),
        StandardCharsets.US_ASCII);
  }

  static List<PlannedChange> read(Path file) throws IOException {
    List<PlannedChange> plans = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      String[] parts = line.split("\t");
      plans.add(
          new PlannedChange(
              parts[0],
              Long.parseLong(parts[1]),
              parts[2],
              parts[3],
              List.of(new Change("genre", List.of("Other"), List.of("Jazz"), "test"))));
    }
    return plans;
  }
}
