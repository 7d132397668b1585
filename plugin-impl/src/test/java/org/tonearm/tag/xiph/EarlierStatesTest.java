package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;

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
          "01000000028a0acac590af6b00000000010000000a67656e72653d526f636b00000003c1"
              + "5c603f6efbb515000000010000000947454e52453d506f70",
          "Rock",
          "Pop");
  private static final FieldState MOOD =
      state(
          "01000000028a0acac590af6b0000000001000000084d4f4f443d53616400000003c15c60"
              + "3f6efbb51500000001000000094d4f4f443d43616c6d",
          "Sad",
          "Calm");

  private final TagCodec codec = new FlacCodec();

  @TempDir Path folder;

  private static FieldState state(String raw, String... values) {
    return new FieldState(List.of(values), HexFormat.of().parseHex(raw));
  }

  private static byte[] file() {
    return new FlacBytes()
        .comment(
            "TITLE=a",
            "COMMENT=hello",
            "MOOD=Sad",
            "genre=Rock",
            "COMMENT=hallo",
            "MOOD=Calm",
            "GENRE=Pop",
            "X=y")
        .padding(90)
        .audioLength(50)
        .bytes();
  }

  @Test
  void areOfTheSameItemsAsTodays() throws Exception {
    TagSnapshot now = codec.read(Files.write(folder.resolve("a.flac"), file()), TagProfile.DEFAULT);

    assertThat(codec.sameItems(now.fields().get(TagField.GENRE), GENRE)).isTrue();
    assertThat(codec.sameItems(MOOD, now.fields().get(TagField.MOOD))).isTrue();
    assertThat(codec.sameItems(MOOD, now.fields().get(TagField.GENRE))).isFalse();
    assertThat(codec.sameItems(MOOD, FieldState.ABSENT)).isFalse();
  }

  @Test
  void goBackIntoTheirPlaces() throws Exception {
    Path song = Files.write(folder.resolve("a.flac"), file());
    Path changed = folder.resolve("b.flac");
    TagEdit edit =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of("Jazz")),
                TagField.MOOD, new TagEdit.SetValues(List.of("wild"))));
    codec.rewrite(song, changed, edit, TagProfile.DEFAULT);
    Path back = folder.resolve("c.flac");
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
