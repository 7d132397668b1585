package org.tonearm.audio.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudioEncoderTest {
  private static final float[][] SOUND = new float[2][22_050];

  @TempDir Path folder;

  private final AudioEncoder encoder = new AudioEncoder();

  @ParameterizedTest
  @EnumSource
  void writesTheSameBytesEachTime(EncodeFormat format) throws Exception {
    Map<String, String> tags = Map.of("title", "A title", "genre", "Blues");
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    encoder.encode(first, format, SOUND, 44_100, Id3Version.V23, tags);
    encoder.encode(second, format, SOUND, 44_100, Id3Version.V23, tags);

    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  @Test
  void writesTheId3VersionAskedFor() throws Exception {
    Map<String, String> tags = Map.of("title", "A title");
    for (Id3Version version : Id3Version.values()) {
      Path file = folder.resolve("x.mp3");
      encoder.encode(file, EncodeFormat.MP3, SOUND, 44_100, version, tags);
      byte[] bytes = Files.readAllBytes(file);

      if (version == Id3Version.NONE) {
        assertThat(bytes[0]).isEqualTo((byte) 0xFF);
      } else {
        assertThat(bytes).startsWith('I', 'D', '3', version.version(), 0);
      }
    }
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    Path file = folder.resolve("no such folder").resolve("x.wav");

    assertThatThrownBy(() -> encoder.encode(file, EncodeFormat.WAV, SOUND, 44_100))
        .isInstanceOf(EncodeException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void leavesNothingBehindWhenEncodingFails() {
    Path file = folder.resolve("x.mp3");
    float[][] eight = new float[8][1_000];

    assertThatThrownBy(() -> encoder.encode(file, EncodeFormat.MP3, eight, 44_100))
        .isInstanceOf(EncodeException.class)
        .extracting("code")
        .isEqualTo("encode-failed");
    assertThat(file).doesNotExist();
  }

  @Test
  void wantsChannelsOfOneLength() {
    float[][] uneven = {new float[5], new float[6]};

    assertThatThrownBy(() -> encoder.encode(folder.resolve("x"), EncodeFormat.WAV, uneven, 44_100))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
