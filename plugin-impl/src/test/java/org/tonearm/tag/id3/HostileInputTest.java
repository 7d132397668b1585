package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.comm;
import static org.tonearm.tag.id3.TagBytes.fmt;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.iff;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.riff;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.unsynchronised;
import static org.tonearm.tag.id3.TagBytes.userText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** Damaged files end in a {@link TagException} or are edited rightly; nothing else. */
class HostileInputTest {
  private static final int TRIALS = 120;

  static Stream<Arguments> files() {
    byte[] frames3 =
        join(
            text(3, "TIT2", 1, "a"),
            text(3, "TCON", "(17)Rock"),
            userText(3, "mood", "Sad"),
            frame(3, "GEOB", join(latin("\0x/y\0f\0Serato\0"), bytes(1, 0xFF, 0, 2))),
            frame(3, "COMM", join(bytes(1), latin("eng"), bytes(0xFF, 0xFE, 0, 0, 0xFF, 0xFE))));
    byte[] frames4 =
        join(text(4, "TCON", 3, "A\0B"), text(4, "TMOO", "Sad"), frame(4, "POPM", latin("x\0\1")));
    byte[] tag3 = tag(3, 0, frames3, padding(40));
    byte[] tag4 = tag(4, 0, frames4, padding(40));
    byte[] info =
        riff("LIST", join(latin("INFO"), riff("IGNR", latin("Pop\0")), riff("IART", latin("me"))));
    byte[] wave = join(fmt(), riff("data", samples(31)));
    return Stream.of(
        Arguments.of(new Mp3Codec(), join(tag3, mpeg(3), TagBytes.ape(), TagBytes.id3v1())),
        Arguments.of(new Mp3Codec(), join(tag4, mpeg(3))),
        Arguments.of(
            new Mp3Codec(), join(tag(3, 0x80, unsynchronised(join(frames3, padding(9)))), mpeg(3))),
        Arguments.of(new Mp3Codec(), join(tag(4, 0x10, frames4), mpeg(3))),
        Arguments.of(new Mp3Codec(), join(mpeg(3), latin("LYRICSBEGIN000011LYRICS200"))),
        Arguments.of(new WavCodec(), TagBytes.wav(wave, info, riff("id3 ", tag3))),
        Arguments.of(new WavCodec(), TagBytes.wav(wave, info)),
        Arguments.of(
            new AiffCodec(),
            TagBytes.aiff("AIFF", comm(9), iff("SSND", samples(26)), iff("ID3 ", tag4))));
  }

  @ParameterizedTest
  @MethodSource("files")
  void changedBytes(TagCodec codec, byte[] file) throws TagException {
    Edited edited = Edited.with(codec);
    Random random = new Random(7);
    byte[] telling = bytes(0, 1, 0x7F, 0x80, 0xFF, 'T', 3, 4);
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] damaged = file.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        damaged[random.nextInt(damaged.length)] = telling[random.nextInt(telling.length)];
      }
      assertRefusedOrRight(edited, damaged);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void cutFiles(TagCodec codec, byte[] file) throws TagException {
    Edited edited = Edited.with(codec);
    for (int length = 0; length < file.length; length += 1 + length / 20) {
      assertRefusedOrRight(edited, Arrays.copyOf(file, length));
    }
  }

  private static void assertRefusedOrRight(Edited edited, byte[] file) throws TagException {
    edited.codec().recognises(file, "mp3");
    TagSnapshot before;
    try {
      before = edited.read(file);
    } catch (TagException e) {
      assertThat(e.code()).isIn("malformed-tag", "unsupported-structure", "unsupported-format");
      return;
    }
    byte[] changed = edited.setBoth(file, "Jazz", "Calm");
    TagSnapshot after = edited.read(changed);
    assertThat(after.fields().get(TagField.GENRE).values()).containsExactly("Jazz");
    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly("Calm");
    // A tag that is made takes over what older ones say, and loses nothing.
    assertThat(after.others().stream().filter(before.others()::contains))
        .isEqualTo(before.others());
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    TagSnapshot restored = edited.read(edited.takenBack(changed, file));
    assertThat(restored.fields()).isEqualTo(before.fields());
    assertThat(restored.others()).isEqualTo(before.others());
  }

  @ParameterizedTest
  @MethodSource("files")
  void damagedSavedStates(TagCodec codec, byte[] file) throws TagException {
    Edited edited = Edited.with(codec);
    FieldState state = edited.read(file).fields().get(TagField.GENRE);
    for (int at = 0; at < state.raw().length; at++) {
      byte[] cut = Arrays.copyOf(state.raw(), at);
      byte[] changed = state.raw().clone();
      changed[at] ^= (byte) 0x81;
      for (byte[] raw : List.of(cut, changed)) {
        TagEdit.Change restore = new TagEdit.Restore(new FieldState(state.values(), raw));
        try {
          assertThat(edited.apply(file, new TagEdit(Map.of(TagField.GENRE, restore)))).isNotEmpty();
        } catch (TagException e) {
          assertThat(e.code()).isIn("malformed-tag", "unsupported-structure");
        }
      }
    }
  }

  @Test
  void aTagThatReachesBeyondTheFile() {
    byte[] file = join(latin("ID3"), bytes(3, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F), mpeg(3));

    assertThatThrownBy(() -> Edited.with(new Mp3Codec()).read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
  }

  @Test
  void faultsNameTheFileAndARemedy(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("song.mp3"), "Not music at all, just words.");
    Path missing = folder.resolve("gone.wav");

    assertThatThrownBy(() -> new Mp3Codec().read(text, TagProfile.DEFAULT))
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo("unsupported-format");
              assertThat(e).hasMessageContaining("song.mp3");
              assertThat(e.remedy()).isNotBlank();
            });
    assertThatThrownBy(() -> new WavCodec().read(missing, TagProfile.DEFAULT))
        .isInstanceOfSatisfying(TagException.class, e -> assertThat(e.code()).isEqualTo("missing"));
    for (TagCodec codec : List.of(new Mp3Codec(), new WavCodec(), new AiffCodec())) {
      Path empty = Files.write(folder.resolve("empty"), new byte[0]);
      assertThatThrownBy(() -> codec.read(empty, TagProfile.DEFAULT))
          .isInstanceOfSatisfying(
              TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-format"));
    }
  }
}
