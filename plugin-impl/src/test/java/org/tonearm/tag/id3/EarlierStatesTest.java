package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** States that version 0.1 journaled, to which comments were other items. */
class EarlierStatesTest {
  private static final FieldState GENRE =
      state(
          "0100000002045b8ec79a01b97fa0f3949034131e4d7293039fe357d603631b0d1ccb704d"
              + "6cd5000000010000000f54434f4e00000005000000526f636bffffffff042bb6bc4a1a01"
              + "d568422d1595c192c9fb8eb81f15e1747bffc62c91c61cd46461000000010000000e5443"
              + "4f4e00000004000000506f70ffffffff00000000",
          "Rock",
          "Pop");
  private static final FieldState MOOD =
      state(
          "0100000002045b8ec79a01b97fa0f3949034131e4d7293039fe357d603631b0d1ccb704d"
              + "6cd5000000000000000e544d4f4f00000004000000536164ffffffff042bb6bc4a1a01d5"
              + "68422d1595c192c9fb8eb81f15e1747bffc62c91c61cd46461000000000000000f544d4f"
              + "4f0000000500000043616c6dffffffff00000000",
          "Sad",
          "Calm");

  private final TagCodec codec = new Mp3Codec();

  @TempDir Path folder;

  private static FieldState state(String raw, String... values) {
    return new FieldState(List.of(values), HexFormat.of().parseHex(raw));
  }

  private static byte[] file() {
    return join(
        tag(
            4,
            0,
            text(4, "TIT2", "a"),
            comment("eng\0hello"),
            text(4, "TMOO", "Sad"),
            text(4, "TCON", "Rock"),
            comment("deu\0hallo"),
            text(4, "TMOO", "Calm"),
            text(4, "TCON", "Pop"),
            padding(90)),
        mpeg(4));
  }

  private static byte[] comment(String text) {
    return frame(4, "COMM", join(bytes(0), latin(text)));
  }

  @Test
  void areOfTheSameItemsAsTodays() throws Exception {
    TagSnapshot now = codec.read(Files.write(folder.resolve("a.mp3"), file()), TagProfile.DEFAULT);

    assertThat(codec.sameItems(now.fields().get(TagField.GENRE), GENRE)).isTrue();
    assertThat(codec.sameItems(MOOD, now.fields().get(TagField.MOOD))).isTrue();
    assertThat(codec.sameItems(MOOD, now.fields().get(TagField.GENRE))).isFalse();
    assertThat(codec.sameItems(MOOD, FieldState.ABSENT)).isFalse();
  }

  @Test
  void goBackIntoTheirPlaces() throws Exception {
    Path song = Files.write(folder.resolve("a.mp3"), file());
    Path changed = folder.resolve("b.mp3");
    TagEdit edit =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of("Jazz")),
                TagField.MOOD, new TagEdit.SetValues(List.of("wild"))));
    codec.rewrite(song, changed, edit, TagProfile.DEFAULT);
    Path back = folder.resolve("c.mp3");
    TagEdit undo =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.Restore(GENRE),
                TagField.MOOD, new TagEdit.Restore(MOOD)));

    codec.rewrite(changed, back, undo, TagProfile.DEFAULT);

    assertThat(Files.readAllBytes(changed)).isNotEqualTo(file());
    assertThat(Files.readAllBytes(back)).isEqualTo(file());
  }
}
