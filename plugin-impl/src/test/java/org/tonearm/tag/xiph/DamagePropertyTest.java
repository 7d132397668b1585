package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.api.tag.TagField.GENRE;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Damaged metadata is refused, or what is read of it is carried over whole; nothing else happens.
 */
class DamagePropertyTest {
  private static final byte[] COMMENT =
      CommentBytes.comment("vendor", CommentBytes.entries("TITLE=x", "genre=Rock", "MOOD=calm"));

  @Property(tries = 100)
  void flac(
      @ForAll @Size(3) int[] places,
      @ForAll @Size(3) byte[] values,
      @ForAll @IntRange(max = 400) int cut)
      throws Exception {
    FlacBytes container = new FlacBytes().block(4, COMMENT).block(6, new byte[90]).padding(60);
    byte[] bytes = container.audioLength(200).bytes();
    damage(bytes, container.metadata().length, places, values);
    check(new FlacCodec(), cut < 350 ? bytes : Arrays.copyOf(bytes, cut));
  }

  @Property(tries = 100)
  void opusComment(@ForAll @Size(3) int[] places, @ForAll @Size(3) byte[] values) throws Exception {
    byte[] comment = CommentBytes.join(COMMENT, new byte[20]);
    damage(comment, comment.length, places, values);
    check(new OggCodec(), OggBytes.opus(comment, 2).bytes());
  }

  @Property(tries = 100)
  void oggPages(@ForAll @Size(3) int[] places, @ForAll @Size(3) byte[] values) throws Exception {
    byte[] bytes = OggBytes.opus(COMMENT, 4).bytes();
    damage(bytes, bytes.length, places, values);
    check(new OggCodec(), bytes);
  }

  private static void damage(byte[] bytes, int length, int[] places, byte[] values) {
    for (int i = 0; i < places.length; i++) {
      bytes[Math.floorMod(places[i], length)] = values[i];
    }
  }

  private static void check(TagCodec codec, byte[] bytes) throws Exception {
    try (Tagged before = new Tagged(codec, bytes)) {
      TagSnapshot was;
      try {
        was = before.snapshot();
      } catch (TagException refused) {
        assertThat(refused.remedy()).isNotBlank();
        return;
      }
      try (Tagged edited = before.set(GENRE, "Jazz", "x".repeat(70_000));
          Tagged back = edited.restore(was)) {
        TagSnapshot is = edited.snapshot();
        assertThat(is.fields().get(GENRE).values()).containsExactly("Jazz", "x".repeat(70_000));
        assertThat(is.others()).isEqualTo(was.others());
        assertThat(is.audioHash()).isEqualTo(was.audioHash());
        assertThat(back.snapshot()).isEqualTo(was);
      } catch (TagException refused) {
        // A damaged page among the audio: those behind it could not be numbered anew.
        assertThat(refused).hasMessageContaining("lie between pages");
      }
    }
  }
}
