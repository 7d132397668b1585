package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.composition.Parts;

final class EvaluateVerbTest {
  private static final int RATE = 16_000;
  private static final double SECONDS = 8.5;

  @TempDir Path temp;

  @Test
  void theQuickFormOfTheSuiteWritesATableAndGoesOnFromIt() throws IOException {
    Path manifest = music(8);
    Path out = temp.resolve("papers");
    Bench bench = new Bench(temp.resolve("data"), Parts.installed());
    Object[] line = {
      "evaluate",
      "--suite",
      "papers",
      "--quick",
      "--task",
      "genre",
      "--leakage",
      "none",
      "--rows",
      "mel-svm,dai-dnn-1024,bai-lstm",
      "--manifest",
      manifest,
      "--out",
      out
    };
    assertThat(bench.run(line)).as(bench.err()).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("# Networks of the five papers, quick form")
        .contains("| mel-svm | genre |", "| dai-dnn-1024 | genre |", "| bai-lstm | genre |")
        .contains("Clips for genre (classical, metal): ")
        .doesNotContain("| song-lstm |");
    assertThat(bench.err()).contains("Written to ");
    assertThat(Files.readString(out.resolve("papers.md"))).contains("| mel-svm | genre |");
    assertThat(out.resolve("papers.png")).isNotEmptyFile();
    // Tones against noise: whoever hears anything tells them apart.
    List<String> row =
        Files.readAllLines(out.resolve("papers.csv")).stream()
            .filter(l -> l.startsWith("mel-svm,"))
            .toList();
    assertThat(row).singleElement().asString().contains(",100.0,");
    assertThat(bench.run(line)).as(bench.err()).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("kept of an earlier run").doesNotContain("loss");
  }

  @Test
  void anUnknownRowIsRefusedBeforeAnythingIsHeard() throws IOException {
    Bench bench = new Bench(temp.resolve("data"), Parts.installed());
    int code =
        bench.run(
            "evaluate",
            "--suite",
            "papers",
            "--quick",
            "--rows",
            "vgg",
            "--manifest",
            music(2),
            "--out",
            temp.resolve("papers"));
    assertThat(code).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--rows names vgg").contains("song-lstm");
    assertThat(bench.err()).doesNotContain("features");
  }

  /** Clips of a tone, called classical, and of noise, called metal; each artist has one of each. */
  private Path music(int artists) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("music"));
    List<String> lines = new ArrayList<>(List.of("path,group,genre,dataset,duration_s"));
    Random random = new Random(4);
    for (int artist = 0; artist < artists; artist++) {
      double pitch = 220 + 40 * artist;
      wave(folder.resolve("tone" + artist + ".wav"), t -> Math.sin(2 * Math.PI * pitch * t));
      wave(folder.resolve("noise" + artist + ".wav"), t -> random.nextDouble() * 2 - 1);
      lines.add("tone" + artist + ".wav,artist " + artist + ",classical,made," + SECONDS);
      lines.add("noise" + artist + ".wav,artist " + artist + ",metal,made," + SECONDS);
    }
    return Files.write(folder.resolve("clips.csv"), lines);
  }

  private interface Sound {
    double at(double seconds);
  }

  private static void wave(Path file, Sound sound) throws IOException {
    int samples = (int) (SECONDS * RATE);
    byte[] bytes = new byte[2 * samples];
    for (int i = 0; i < samples; i++) {
      short value = (short) (12_000 * sound.at(i / (double) RATE));
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, samples)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
