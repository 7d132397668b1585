package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.aiff;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.comm;
import static org.tonearm.tag.id3.TagBytes.fmt;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.iff;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.riff;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.unsynchronised;
import static org.tonearm.tag.id3.TagBytes.userText;
import static org.tonearm.tag.id3.TagBytes.wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/** What other people's programs see before and after an edit. */
class OutsideReadersTest {
  private static final TagProfile PROFILE =
      new TagProfile("; ", "MOOD", 3, TagProfile.ModificationTime.KEPT);
  private static final String GENRE = "Drum & Bass";
  private static final String MOOD = "Wehmütig";

  @TempDir Path folder;

  private static Map<String, byte[]> files() {
    byte[] sound = riff("data", samples(16000));
    return Map.ofEntries(
        Map.entry("v23.mp3", join(tag(3, 0, rich(3), padding(500)), mpeg(20), TagBytes.id3v1())),
        Map.entry("v24.mp3", join(tag(4, 0, rich(4)), mpeg(20))),
        Map.entry("unsync.mp3", join(tag(3, 0x80, unsynchronised(rich(3))), mpeg(20))),
        Map.entry("footer.mp3", join(tag(4, 0x10, rich(4)), mpeg(20))),
        Map.entry("txxx.mp3", join(tag(4, 0, userText(4, "mood", "Sad"), rich(4)), mpeg(20))),
        Map.entry("bare.mp3", mpeg(20)),
        Map.entry("bare.wav", wav(fmt(), sound)),
        Map.entry("tagged.wav", wav(fmt(), sound, riff("id3 ", tag(4, 0, rich(4))))),
        Map.entry(
            "bare.aiff", aiff("AIFF", comm(8000), iff("SSND", join(padding(8), samples(16000))))),
        Map.entry(
            "tagged.aiff",
            aiff(
                "AIFF",
                comm(8000),
                iff("ID3 ", tag(3, 0, rich(3))),
                iff("SSND", join(padding(8), samples(16000))))));
  }

  private static byte[] rich(int version) {
    return join(
        text(version, "TIT2", 1, "Ünïcode"),
        text(version, "TPE1", "Somebody"),
        frame(version, "POPM", join(latin("dj@x\0"), bytes(200, 0, 0, 0, 9))),
        frame(version, "PRIV", join(latin("TRAKTOR4\0"), bytes(0xFF, 0xE0, 0, 1))),
        serato(version, "Serato Markers2"),
        serato(version, "Serato Markers_"),
        serato(version, "Serato Autotags"),
        serato(version, "Serato BeatGrid"),
        frame(version, "COMM", join(bytes(0), latin("eng\0hello"))),
        frame(version, "APIC", join(bytes(0), latin("image/png\0"), bytes(3, 0, 0xFF, 0xD8))));
  }

  /** Cues, gain and beats as Serato keeps them; bytes that look like an MPEG frame among them. */
  private static byte[] serato(int version, String name) {
    return frame(
        version,
        "GEOB",
        join(
            latin("\0application/octet-stream\0\0" + name + "\0"),
            bytes(1, 1, 0xFF, 0xFB, 0x90, 0, name.length(), name.charAt(7))));
  }

  @Test
  void mutagenSeesTheChangeAndNothingElse() throws Exception {
    Program mutagen = Program.mutagen("read_id3.py", folder);
    List<Path> after = editedFiles();

    Map<String, Map<String, String>> was = frames(mutagen.run(paths(originals())));
    Map<String, Map<String, String>> is = frames(mutagen.run(paths(after)));

    assertThat(is).containsOnlyKeys(files().keySet());
    is.forEach(
        (name, frames) -> {
          assertThat(frames).as(name).containsEntry("TCON", GENRE);
          List<String> moods =
              frames.keySet().stream().filter(key -> key.matches("(?i)TMOO|TXXX:MOOD")).toList();
          assertThat(moods).as(name).hasSize(1);
          assertThat(frames.keySet().stream().filter(key -> key.startsWith("GEOB:Serato ")))
              .as(name)
              .hasSize(name.startsWith("bare") ? 0 : 4);
          assertThat(frames).as(name).containsEntry(moods.get(0), MOOD);
          Map<String, String> before = was.getOrDefault(name, new TreeMap<>());
          List.of("TCON", moods.get(0)).forEach(before::remove);
          List.of("TCON", moods.get(0)).forEach(frames::remove);
          assertThat(frames).as(name).isEqualTo(before);
        });
  }

  @Test
  void kid3SeesTheChange() throws Exception {
    Program kid3 = Program.kid3();
    List<Path> after = editedFiles();
    String[] commands =
        after.stream()
            .flatMap(path -> Stream.of("select none", "select '" + path + "'", "get all 2"))
            .flatMap(command -> Stream.of("-c", command))
            .toArray(String[]::new);

    String printed = kid3.run(commands);

    assertThat(printed.split("Genre +" + GENRE, -1)).hasSize(after.size() + 1);
    assertThat(printed.split("(?i)mood +" + MOOD, -1)).hasSize(after.size() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"made.mp3", "made.wav", "made.aiff"})
  void filesThatFfmpegMadeKeepTheirSound(String name) throws Exception {
    Program ffmpeg = Program.ffmpeg();
    Path before = folder.resolve(name);
    ffmpeg.run(
        "-v",
        "fatal",
        "-f",
        "lavfi",
        "-i",
        "aevalsrc=sin(900*t*t)*cos(5*t):d=2",
        "-metadata",
        "title=Sweep",
        "-metadata",
        "genre=Rock",
        "-write_id3v2",
        "1",
        before.toString());
    Path after = edited(before, name);

    assertThat(sound(ffmpeg, after)).startsWith("MD5=").isEqualTo(sound(ffmpeg, before));
  }

  private static String sound(Program ffmpeg, Path file) {
    return ffmpeg.run("-v", "fatal", "-i", file.toString(), "-map", "0:a", "-f", "md5", "-");
  }

  private List<Path> originals() {
    return files().keySet().stream().map(folder::resolve).toList();
  }

  private List<Path> editedFiles() throws TagException, IOException {
    List<Path> edited = new ArrayList<>();
    for (Path original : originals()) {
      String name = original.getFileName().toString();
      edited.add(edited(Files.write(original, files().get(name)), name));
    }
    return edited;
  }

  private Path edited(Path before, String name) throws TagException, IOException {
    TagCodec codec =
        name.endsWith(".wav")
            ? new WavCodec()
            : name.endsWith(".aiff") ? new AiffCodec() : new Mp3Codec();
    Path after = Files.createDirectories(folder.resolve("after")).resolve(name);
    TagEdit edit =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of(GENRE)),
                TagField.MOOD, new TagEdit.SetValues(List.of(MOOD))));
    codec.rewrite(before, after, edit, PROFILE);
    return after;
  }

  private static String[] paths(List<Path> files) {
    return files.stream().map(Path::toString).toArray(String[]::new);
  }

  private static Map<String, Map<String, String>> frames(String printed) {
    Map<String, Map<String, String>> frames = new TreeMap<>();
    for (String line : printed.lines().toList()) {
      String[] parts = line.split("\t", 3);
      frames.computeIfAbsent(parts[0], name -> new TreeMap<>()).put(parts[1], parts[2]);
    }
    return frames;
  }
}
