package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tonearm.api.tag.TagField.GENRE;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagProfile;

/** Names that no text can express reach the codecs as the paths that a folder's listing gave. */
class FileNamesTest {
  @TempDir private Path folder;

  @Test
  void namesInOtherEncodings() throws Exception {
    byte[] flac = new FlacBytes().comment("a=b").bytes();
    Files.write(folder.resolve("plain"), flac);
    String rename = "mv plain \"$(printf 'caf\\351 \\360\\237\\216\\265\\nend')\"";
    Process shell = startShell(new ProcessBuilder("sh", "-c", rename).directory(folder.toFile()));
    assumeTrue(
        shell != null && shell.waitFor() == 0,
        "skipped: this system has no shell, or no names of any bytes");

    TagCodec codec = new FlacCodec();
    TagEdit edit = new TagEdit(Map.of(GENRE, new TagEdit.SetValues(List.of("Jazz"))));
    Path target = folder.resolve("copy");
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      Path odd = listing.iterator().next();
      assertThat(codec.read(odd, TagProfile.DEFAULT).fields().get(GENRE).absent()).isTrue();
      codec.rewrite(odd, target, edit, TagProfile.DEFAULT);
    }
    assertThat(codec.read(target, TagProfile.DEFAULT).fields().get(GENRE).values())
        .containsExactly("Jazz");
  }

  private static Process startShell(ProcessBuilder shell) {
    try {
      return shell.start();
    } catch (IOException e) {
      return null;
    }
  }
}
