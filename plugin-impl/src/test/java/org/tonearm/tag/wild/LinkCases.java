package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.tag.write.HardLinks;

/** Files with other names, and names that lead elsewhere. */
final class LinkCases {
  private static final byte[] SONG = Bytes.mpeg(4);

  private LinkCases() {}

  static List<WildCase> all() {
    return List.of(
        new WildCase(
            "a file with other names (hard links)", TAGGED, f -> linked(f, HardLinks.WARN)),
        new WildCase("the same with --break-hardlinks", TAGGED, f -> linked(f, HardLinks.BREAK)),
        new WildCase(
            "the same with --skip-hardlinks", "hard-linked", f -> linked(f, HardLinks.SKIP)),
        new WildCase("a symbolic link to a file", TAGGED, LinkCases::toFile),
        new WildCase("a symbolic link to a folder", TAGGED, LinkCases::toFolder),
        new WildCase("a symbolic link that leads nowhere", "missing", f -> link(f, "nowhere.mp3")),
        new WildCase("a symbolic link to itself", "io", f -> link(f, "link.mp3")));
  }

  private static String linked(Path folder, HardLinks hardLinks) throws Exception {
    Path file = Tagger.file(folder, "song.mp3", SONG);
    Path other = Files.createLink(folder.resolve("seeded.bin"), file);
    Tagger tagger = new Tagger(hardLinks);
    String outcome = tagger.tag(file);
    assertThat(other).hasBinaryContent(SONG);
    assertThat(tagger.warnings()).hasSize(hardLinks == HardLinks.WARN ? 1 : 0);
    return outcome;
  }

  private static String toFile(Path folder) throws Exception {
    Path there = Files.createDirectory(folder.resolve("there"));
    Path file = Tagger.file(there, "song.mp3", SONG);
    Path link = Files.createSymbolicLink(folder.resolve("link.mp3"), file);
    String outcome = new Tagger().tag(link);
    assertThat(link).isSymbolicLink();
    assertThat(Files.readSymbolicLink(link)).isEqualTo(file);
    return outcome;
  }

  private static String toFolder(Path folder) throws Exception {
    Path there = Files.createDirectory(folder.resolve("there"));
    Tagger.file(there, "song.mp3", SONG);
    return new Tagger().tag(Files.createSymbolicLink(folder.resolve("link"), there));
  }

  private static String link(Path folder, String target) throws Exception {
    return new Tagger().tag(Files.createSymbolicLink(folder.resolve("link.mp3"), Path.of(target)));
  }
}
