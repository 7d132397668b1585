package org.tonearm.tag.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.mp4.Mp4Bytes.atom;
import static org.tonearm.tag.mp4.Mp4Bytes.freeform;
import static org.tonearm.tag.mp4.Mp4Bytes.join;
import static org.tonearm.tag.mp4.Mp4Bytes.tags;
import static org.tonearm.tag.mp4.Mp4Bytes.text;

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
          "010002000000001c0000001ca967656e00000014646174610000000100000000526f636b"
              + "010005c2a9636d74000000020000000000000000001b0000001ba967656e000000136461"
              + "74610000000100000000506f70",
          "Rock",
          "Pop");
  private static final FieldState MOOD =
      state(
          "0100020000000047000000472d2d2d2d0000001c6d65616e00000000636f6d2e6170706c"
              + "652e6954756e6573000000106e616d65000000006d6f6f64000000136461746100000001"
              + "00000000536164010005c2a9636d740000000200000000000000000048000000482d2d2d"
              + "2d0000001c6d65616e00000000636f6d2e6170706c652e6954756e6573000000106e616d"
              + "65000000004d4f4f440000001464617461000000010000000043616c6d",
          "Sad",
          "Calm");

  private final TagCodec codec = new Mp4Codec();

  @TempDir Path folder;

  private static FieldState state(String raw, String... values) {
    return new FieldState(List.of(values), HexFormat.of().parseHex(raw));
  }

  private static byte[] file() {
    return new Mp4Bytes()
        .udtaAtom(
            tags(
                300,
                join(
                    atom("\u00a9nam", text("a")),
                    atom("\u00a9cmt", text("hello")),
                    atom("\u00a9gen", text("Rock")),
                    freeform("com.apple.iTunes", "mood", text("Sad")),
                    atom("\u00a9cmt", text("hallo")),
                    atom("\u00a9gen", text("Pop")),
                    freeform("com.apple.iTunes", "MOOD", text("Calm")))))
        .build();
  }

  @Test
  void areOfTheSameItemsAsTodays() throws Exception {
    TagSnapshot now = codec.read(Files.write(folder.resolve("a.m4a"), file()), TagProfile.DEFAULT);

    assertThat(codec.sameItems(now.fields().get(TagField.GENRE), GENRE)).isTrue();
    assertThat(codec.sameItems(MOOD, now.fields().get(TagField.MOOD))).isTrue();
    assertThat(codec.sameItems(MOOD, now.fields().get(TagField.GENRE))).isFalse();
    assertThat(codec.sameItems(MOOD, FieldState.ABSENT)).isFalse();
  }

  @Test
  void goBackIntoTheirPlaces() throws Exception {
    Path song = Files.write(folder.resolve("a.m4a"), file());
    Path changed = folder.resolve("b.m4a");
    TagEdit edit =
        new TagEdit(
            Map.of(
                TagField.GENRE, new TagEdit.SetValues(List.of("Jazz")),
                TagField.MOOD, new TagEdit.SetValues(List.of("wild"))));
    codec.rewrite(song, changed, edit, TagProfile.DEFAULT);
    Path back = folder.resolve("c.m4a");
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
