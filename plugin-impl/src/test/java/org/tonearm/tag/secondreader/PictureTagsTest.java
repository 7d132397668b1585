package org.tonearm.tag.secondreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.audio.EncodedAudio;

/** Pictures that mutagen put into files. */
final class PictureTagsTest {
  private static final String SCRIPT =
      """
      import sys, base64, mutagen
      from mutagen.flac import Picture
      from mutagen.id3 import APIC
      from mutagen.mp4 import MP4Cover
      path, first, front = sys.argv[1], open(sys.argv[2], 'rb').read(), open(sys.argv[3], 'rb').read()
      file = mutagen.File(path)
      if file.tags is None:
          file.add_tags()
      def picture(data, kind):
          p = Picture()
          p.data, p.type, p.mime = data, kind, 'image/png'
          return p
      name = type(file).__name__
      if name in ('MP3', 'WAVE', 'AIFF'):
          file.tags.add(APIC(encoding=3, mime='image/png', type=4, desc='back', data=first))
          file.tags.add(APIC(encoding=3, mime='image/png', type=3, desc='front', data=front))
      elif name == 'FLAC':
          file.add_picture(picture(first, 4))
          file.add_picture(picture(front, 3))
      elif name == 'OggVorbis':
          file['METADATA_BLOCK_PICTURE'] = [
              base64.b64encode(picture(d, k).write()).decode('ascii')
              for d, k in ((first, 4), (front, 3))]
      else:
          file['covr'] = [MP4Cover(front, MP4Cover.FORMAT_PNG)]
      file.save()
      """;

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({"mp3,mp3", "flac,flac", "ogg,ogg-vorbis", "m4a,m4a-aac", "aiff,aiff"})
  void readsTheFrontCover(String ending, String format) throws Exception {
    Path file = audio("track." + ending, format);
    byte[] front = bytes(70_000, 2);
    python(
        "-c",
        SCRIPT,
        file.toString(),
        written("back", bytes(500, 1)).toString(),
        written("front", front).toString());
    byte[] before = Files.readAllBytes(file);
    assertThat(new PictureTags().picture(file))
        .hasValueSatisfying(b -> assertThat(b).isEqualTo(front));
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aFileWithoutOneHasNone() throws Exception {
    assertThat(new PictureTags().picture(audio("plain.mp3", "mp3"))).isEmpty();
    assertThat(new PictureTags().picture(written("text.mp3", bytes(100, 3)))).isEmpty();
    assertThat(new PictureTags().picture(temp.resolve("missing.flac"))).isEmpty();
  }

  private Path audio(String name, String format) throws Exception {
    float[][] channels = {EncodedAudio.sine(440, 0.3, 1, 44_100)};
    return EncodedAudio.encode(temp, name, format, channels, 44_100);
  }

  /** Bytes that begin as a PNG does. */
  private static byte[] bytes(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    System.arraycopy(head, 0, bytes, 0, head.length);
    return bytes;
  }

  private Path written(String name, byte[] bytes) throws IOException {
    return Files.write(temp.resolve(name), bytes);
  }

  private static void python(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "/usr/bin/python3";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    assumeTrue(Files.exists(Path.of(command[0])), "Python is not here (Debian: python3-mutagen).");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assumeTrue(
        !said.contains("No module named 'mutagen'"),
        "mutagen is not here (Debian: python3-mutagen).");
    assertThat(code).as(said).isZero();
  }
}
