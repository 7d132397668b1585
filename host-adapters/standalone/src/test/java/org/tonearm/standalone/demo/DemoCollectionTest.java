package org.tonearm.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.audio.PcmSink;
import org.tonearm.audio.FfmpegDecoder;
import org.tonearm.audio.encode.EncodeFormat;

class DemoCollectionTest {
  private static final int RATE = 11_025;

  @TempDir static Path folder;

  private static final List<Integer> PROGRESS = new ArrayList<>();
  private static List<DemoTrack> tracks;

  @BeforeAll
  static void create() throws Exception {
    tracks = new DemoCollection().create(folder, (done, of, track) -> PROGRESS.add(done));
  }

  @Test
  void coversEveryFormatThatCanBeTagged() {
    Set<EncodeFormat> missing = EnumSet.allOf(EncodeFormat.class);
    missing.removeIf(format -> tracks.stream().anyMatch(t -> t.format().equals(format.id())));

    assertThat(missing).containsExactlyInAnyOrder(EncodeFormat.WMA, EncodeFormat.WAVPACK);
    assertThat(tracks).hasSizeGreaterThanOrEqualTo(10);
    assertThat(tracks).extracting(DemoTrack::style).doesNotHaveDuplicates();
    assertThat(PROGRESS).hasSize(tracks.size()).isSorted();
  }

  @Test
  void everyPieceSoundsForItsWholeLengthAndLikeNoOther() throws Exception {
    List<double[]> shapes = new ArrayList<>();
    List<DemoPiece> pieces = DemoPiece.all();
    for (int i = 0; i < tracks.size(); i++) {
      DemoTrack track = tracks.get(i);
      double stated = pieces.get(i).music().get().seconds() + MidiRenderer.TAIL_SECONDS;
      Levels levels = new Levels();
      DecodeReport report = new FfmpegDecoder().decode(track.file(), RATE, Excerpts.WHOLE, levels);

      assertThat(report.complete()).as(track.title()).isTrue();
      assertThat(report.durationSeconds()).as(track.title()).isCloseTo(stated, within(0.1));
      assertThat(report.durationSeconds()).as(track.title()).isBetween(20.0, 36.0);
      double[] perSecond = levels.perSecond();
      // The last two seconds fade.
      for (int second = 0; second < perSecond.length - 2; second++) {
        assertThat(perSecond[second]).as(track.title() + " at " + second).isGreaterThan(0.004);
      }
      for (double[] other : shapes) {
        assertThat(Arrays.equals(other, perSecond)).isFalse();
      }
      shapes.add(perSecond);
    }
  }

  @Test
  void ffprobeReadsTheTagsAndCodecs() throws Exception {
    for (DemoPiece piece : DemoPiece.all()) {
      Path file = folder.resolve(piece.name() + "." + piece.format().extension());
      String seen = probe(file);
      String codec =
          switch (piece.format()) {
            case OGG_VORBIS -> "vorbis";
            case M4A_AAC -> "aac";
            case M4A_ALAC -> "alac";
            case WAV -> "pcm_s16le";
            case AIFF -> "pcm_s16be";
            default -> piece.format().id();
          };
      assertThat(seen).contains("codec_name=" + codec);
      if (!piece.tags().isEmpty()) {
        assertThat(seen).containsIgnoringCase("tag:title=" + piece.name());
      }
      if (piece.tags().containsKey("genre")) {
        assertThat(seen.toLowerCase(Locale.ROOT))
            .contains("tag:genre=" + piece.tags().get("genre").toLowerCase(Locale.ROOT));
      } else {
        assertThat(seen.toLowerCase(Locale.ROOT)).doesNotContain("tag:genre");
      }
    }
  }

  @Test
  void mp3sCarryAnOldTagANewOneAndNone() throws Exception {
    assertThat(head("Lamplight Shuffle.mp3")).startsWith('I', 'D', '3', 3);
    assertThat(head("Warehouse Door.mp3")).startsWith('I', 'D', '3', 4);
    assertThat(head("Iron Weather.mp3")).startsWith((byte) 0xFF);
  }

  @Test
  void theSynthesiserPlaysTheSameEachTime() throws Exception {
    MidiRenderer renderer = new MidiRenderer();

    float[][] once = renderer.render(StudioPieces.ambient());
    float[][] again = renderer.render(StudioPieces.ambient());

    assertThat(Arrays.deepEquals(once, again)).isTrue();
  }

  @Test
  void copiesTracksOfTheUserAndLeavesThemAlone(@TempDir Path user, @TempDir Path target)
      throws Exception {
    for (int album = 0; album < 3; album++) {
      Path sub = Files.createDirectories(user.resolve("album " + album));
      for (int number = 0; number < 4; number++) {
        Files.writeString(sub.resolve("0" + number + ".mp3"), album + "/" + number);
      }
      Files.writeString(sub.resolve("cover.jpg"), "no audio");
    }
    Files.createSymbolicLink(user.resolve("loop"), user);

    List<DemoTrack> copies = new DemoCollection().copyOf(user, target, 5);

    assertThat(copies).hasSize(5);
    Set<String> contents = new TreeSet<>();
    for (DemoTrack copy : copies) {
      assertThat(copy.file()).startsWith(target);
      contents.add(Files.readString(copy.file()));
      Files.writeString(copy.file(), "changed");
    }
    assertThat(contents).hasSize(5);
    for (int album = 0; album < 3; album++) {
      for (int number = 0; number < 4; number++) {
        Path original = user.resolve("album " + album).resolve("0" + number + ".mp3");
        assertThat(original).hasContent(album + "/" + number);
      }
    }
  }

  @Test
  void copiesIntoAFolderInsideTheUsersOwn(@TempDir Path user) throws Exception {
    Files.writeString(user.resolve("a.flac"), "a");
    DemoCollection demo = new DemoCollection();

    demo.copyOf(user, user.resolve("demo"), 20);
    List<DemoTrack> again = demo.copyOf(user, user.resolve("demo"), 20);

    assertThat(again).hasSize(1);
  }

  @Test
  void saysSoWhereThereIsNoMusic(@TempDir Path user, @TempDir Path target) {
    assertThatThrownBy(() -> new DemoCollection().copyOf(user, target, 20))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(user.toString());
  }

  private static byte[] head(String name) throws IOException {
    return Arrays.copyOf(Files.readAllBytes(folder.resolve(name)), 10);
  }

  private static String probe(Path file) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_name:stream_tags:format_tags",
            "-of",
            "compact",
            file.toString());
    Process process = null;
    try {
      process = program.redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, "skipped: the program ffprobe is missing (Debian package ffmpeg)");
    }
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return new String(output, StandardCharsets.UTF_8);
  }

  /** Root mean square of each second. */
  private static final class Levels implements PcmSink {
    private final List<Double> levels = new ArrayList<>();
    private double energy;
    private int count;

    @Override
    public void begin(double startSeconds) {}

    @Override
    public void accept(float[] samples, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        energy += (double) samples[i] * samples[i];
        if (++count == RATE) {
          levels.add(Math.sqrt(energy / RATE));
          energy = 0;
          count = 0;
        }
      }
    }

    double[] perSecond() {
      return levels.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
