package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameTextTest {
  @Test
  void eachStringMayHaveItsOwnByteOrderMark() throws StructureException {
    byte[] body =
        join(
            bytes(1, 0xFF, 0xFE, 'a', 0, 0, 0),
            bytes(0xFE, 0xFF, 0, 'b', 0, 0),
            bytes(0, 'c', 0, 0));

    assertThat(FrameText.decode(body)).containsExactly("a", "b", "c");
  }

  @Test
  void wideTextWithoutMarkAndWithAStrayByte() throws StructureException {
    assertThat(FrameText.decode(bytes(1, 'a', 0, 'b'))).containsExactly("a");
    assertThat(FrameText.decode(bytes(2, 0, 'a', 0, 'b'))).containsExactly("ab");
  }

  @Test
  void emptyTextIsOneEmptyString() throws StructureException {
    assertThat(FrameText.decode(new byte[0])).containsExactly("");
    assertThat(FrameText.decode(bytes(0))).containsExactly("");
    assertThat(FrameText.decode(bytes(3, 0))).containsExactly("");
  }

  @Test
  void refusesUnknownEncodings() {
    assertThatThrownBy(() -> FrameText.decode(join(bytes(4), latin("x"))))
        .isInstanceOf(StructureException.class);
    assertThatThrownBy(() -> FrameText.decode(join(bytes(0x80), latin("x"))))
        .isInstanceOf(StructureException.class);
  }

  @ParameterizedTest
  @EnumSource(Id3Version.class)
  void whatIsWrittenIsRead(Id3Version version) throws StructureException {
    for (List<String> texts :
        List.of(
            List.of("Rock"),
            List.of("mood", "Wehm\u00fctig"),
            List.of("\u0395\u03bb", "\ud83c\udfb7", "plain"),
            List.of("\u0092", "\u00ff"))) {
      assertThat(FrameText.decode(FrameText.encode(version, texts))).isEqualTo(texts);
    }
  }
}
