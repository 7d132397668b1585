package org.tonearm.players.mpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostServer.Access;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.xiph.FlacCodec;

/** MPD itself, on this machine: it shows what was written once it was asked to look again. */
final class RealMpdTest {
  @TempDir Path temp;

  @Test
  void showsNewTagsAfterTheRefresh() throws Exception {
    Path song = Files.createDirectories(temp.resolve("music")).resolve("song.flac");
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=2", "-metadata", "genre=Polka", song);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path conf =
        Files.writeString(
            temp.resolve("conf"),
            "music_directory \""
                + song.getParent()
                + "\"\ndb_file \""
                + temp.resolve("db")
                + "\"\nbind_to_address \"127.0.0.1\"\nport \""
                + port
                + "\"\nmetadata_to_use \"+comment\"\n"
                + "audio_output {\n  type \"null\"\n  name \"none\"\n}\n");
    Process mpd = start("mpd", "--no-daemon", "--stderr", conf);
    try {
      Access access =
          new Access(URI.create("mpd://127.0.0.1:" + port), Optional.empty(), Optional.empty());
      waitFor(port);
      new MpdServer().refresh(access);
      assertThat(settled(port, "Polka")).contains("Genre: Polka");
      tag(song);
      assertThat(String.join("\n", ask(port, "lsinfo"))).contains("Genre: Polka");
      assertThat(new MpdServer().refresh(access)).startsWith("MPD 0.");
      assertThat(settled(port, "Jazz")).contains("Genre: Jazz", "Comment: [Tonearm: Jazz, Happy]");
      assertThat(ask(port, "readcomments \"song.flac\"")).contains("MOOD: Happy");
    } finally {
      mpd.destroyForcibly().waitFor();
    }
  }

  private static void tag(Path song) throws Exception {
    TagCodec codec = new FlacCodec();
    Path copy = song.resolveSibling(".copy");
    codec.rewrite(
        song,
        copy,
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of("Jazz")),
                TagField.MOOD, new TagEdit.SetValues(List.of("Happy")),
                TagField.COMMENT, new TagEdit.SetValues(List.of("[Tonearm: Jazz, Happy]")))),
        new MpdHost().profile());
    // MPD keeps times in seconds.
    Files.setLastModifiedTime(copy, FileTime.from(Instant.now().plusSeconds(2)));
    Files.move(copy, song, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What it lists once a word stands in it; what it lists at last, if none does. */
  private static List<String> settled(int port, String word) throws Exception {
    List<String> listed = List.of();
    for (int i = 0; i < 300 && listed.stream().noneMatch(line -> line.contains(word)); i++) {
      Thread.sleep(100);
      listed = ask(port, "lsinfo");
    }
    return listed;
  }

  private static void waitFor(int port) throws Exception {
    for (int i = 0; i < 300; i++) {
      try {
        ask(port, "ping");
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("mpd does not come up");
  }

  private static List<String> ask(int port, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((command + "\nclose\n").getBytes(StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
      return lines;
    }
  }

  private static Process start(Object... command) {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    try {
      return new ProcessBuilder(words)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      assumeTrue(false, words.get(0) + " is not installed (Debian: apt install mpd ffmpeg).");
      throw new AssertionError(e);
    }
  }

  private static void run(Object... command) throws InterruptedException {
    Process process = start(command);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
