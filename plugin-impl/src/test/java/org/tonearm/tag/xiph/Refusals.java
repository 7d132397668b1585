package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;

/** Asserts that a file is neither read nor rewritten, and that the error names file and remedy. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(TagCodec codec, byte[] bytes, String code) {
    try (Tagged file = new Tagged(codec, bytes)) {
      assertRefused(file, code, file::snapshot);
      assertRefused(file, code, () -> file.set(TagField.GENRE, "x").close());
    }
  }

  private static void assertRefused(Tagged file, String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.remedy()).isNotBlank();
            })
        .hasMessageContaining(file.file().getFileName().toString());
  }
}
