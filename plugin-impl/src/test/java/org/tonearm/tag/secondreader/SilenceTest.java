package org.tonearm.tag.secondreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads through jaudiotagger, its own log keeps out of what is told of tracks. */
final class SilenceTest {
  private final Logger noise = Logger.getLogger("org.jaudiotagger");
  private final List<String> heard = new ArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          heard.add(line.getLoggerName() + ": " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void listenToEverything() throws Exception {
    byte[] tag = "ID3\3\0\0\0\0\0\n odd frames and no audio".getBytes(StandardCharsets.US_ASCII);
    file = Files.write(folder.resolve("odd.mp3"), tag);
    listening.setLevel(Level.ALL);
    noise.addHandler(listening);
    noise.setLevel(Level.ALL);
  }

  @AfterEach
  void listenNoMore() {
    noise.removeHandler(listening);
  }

  @Test
  void jaudiotaggerWouldSpeakOfThisFile() {
    noise.info("heard");
    assertThat(heard).containsExactly("org.jaudiotagger: heard");
    assertThat(new AlbumTags().album(file)).isEmpty();
    noise.info("not heard");
    assertThat(heard).hasSize(1);
  }

  @Test
  void noReaderLetsItSpeak() {
    List<Runnable> readers =
        List.of(
            () -> new AlbumTags().album(file),
            () -> new ArtistTags().artist(file),
            () -> new CreditTags().credits(file),
            () -> new PictureTags().picture(file),
            () -> assertThat(new JaudiotaggerReader()).isNotNull());
    for (Runnable reader : readers) {
      noise.setLevel(Level.ALL);
      reader.run();
      assertThat(heard).isEmpty();
      assertThat(noise.getLevel()).isEqualTo(Level.OFF);
    }
  }
}
