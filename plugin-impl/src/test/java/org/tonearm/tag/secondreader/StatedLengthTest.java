package org.tonearm.tag.secondreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.audio.EncodedAudio;

/** Found by fuzzing: jaudiotagger asks for as much memory as a damaged atom says it holds. */
class StatedLengthTest {
  @TempDir Path folder;

  /** In a process with little memory, so that the amount asked for is too much anywhere. */
  @Test
  void anAtomThatClaimsTwoGigabytesIsAFaultOfTheFile() throws Exception {
    float[][] sound = {EncodedAudio.sine(440, 0.5, 0.5, 22_050)};
    Path file =
        EncodedAudio.encode(folder, "a.m4a", "m4a-aac", sound, 22_050, Map.of("title", "A title"));
    byte[] bytes = Files.readAllBytes(file);
    int title = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00a9nam");
    ByteBuffer.wrap(bytes).putInt(title + 4, 0x7FFFFF00);
    Files.write(file, bytes);

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Subject.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("refused: jaudiotagger can't read");
  }

  /** Reads one file. */
  static final class Subject {
    private Subject() {}

    /** Prints what became of it. */
    public static void main(String[] args) {
      try {
        System.out.println("read: " + new JaudiotaggerReader().read(Path.of(args[0])));
      } catch (IOException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }
}
