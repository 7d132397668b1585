package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Names that are long, odd or alike. */
final class NameCases {
  private static final byte[] SONG = Bytes.mpeg(4);
  private static final int LONGEST_PATH = 4095;

  private NameCases() {}

  static List<WildCase> all() {
    return List.of(
        WildCase.file("a name of 255 bytes", TAGGED, "n".repeat(251) + ".mp3", SONG),
        new WildCase("a path of 3,900 bytes", TAGGED, f -> deep(f, 3900)),
        new WildCase(
            "a path of 4,095 bytes, the longest there is",
            "path-too-long",
            f -> deep(f, LONGEST_PATH)),
        new WildCase("a name that is not UTF-8", TAGGED, f -> named(f, "caf\\351.mp3")),
        new WildCase(
            "a name with a line break and an emoji",
            TAGGED,
            f -> named(f, "a\\nb \\360\\237\\216\\265.mp3")),
        new WildCase("two names that differ in case only", TAGGED, NameCases::twoCases),
        new WildCase(
            "a folder called `song.mp3`, with a track in it",
            TAGGED,
            NameCases::folderNamedAsSong));
  }

  private static String deep(Path folder, int length) throws Exception {
    Path at = folder.toRealPath();
    int left = length - at.toString().length() - "/a.mp3".length();
    while (left > 0) {
      // No name may be longer than 255, and none be left over of a lone slash.
      int name = left > 250 ? Math.min(199, left - 3) : left - 1;
      at = Files.createDirectory(at.resolve("d".repeat(name)));
      left -= name + 1;
    }
    Path file = Tagger.file(at, "a.mp3", SONG);
    assertThat(file.toString()).hasSize(length);
    return new Tagger().tag(file);
  }

  /** The name comes from a folder's listing, since no text can express it. */
  private static String named(Path folder, String printf) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Tagger.file(folder, "plain", SONG);
    Other.shell(
        folder,
        "this system has no shell, or no names of any bytes",
        "mv plain \"inner/$(printf '" + printf + "')\"");
    return new Tagger().tag(inner);
  }

  private static String twoCases(Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Tagger.file(inner, "Song.mp3", SONG);
    Tagger.file(inner, "song.MP3", SONG);
    int files = inner.toFile().list().length; // one where the folder does not tell case
    Tagger tagger = new Tagger();
    String outcome = tagger.tag(inner);
    assertThat(tagger.tagged()).isEqualTo(files);
    assertThat(inner.toFile().list()).hasSize(files);
    return outcome;
  }

  private static String folderNamedAsSong(Path folder) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("song.mp3"));
    Tagger.file(inner, "inside.mp3", SONG);
    return new Tagger().tag(inner);
  }
}
