package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.unsynchronised;
import static org.tonearm.tag.id3.TagBytes.userText;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/** Whatever frames a tag holds: an edit and its undo give back every one of them. */
class TagIdentityTest {
  private final Edited mp3 = Edited.with(new Mp3Codec());

  @Property(tries = 500)
  void editAndRestoreIsIdentity(
      @ForAll("tags") byte[] tag,
      @ForAll @AlphaChars @NotBlank @StringLength(max = 40) String genre,
      @ForAll @NotBlank @AlphaChars @StringLength(max = 40) String mood)
      throws TagException {
    byte[] file = join(tag, mpeg(3), TagBytes.id3v1());
    TagSnapshot before = mp3.read(file);

    byte[] edited = mp3.setBoth(file, genre, mood);
    TagSnapshot after = mp3.read(edited);
    byte[] restored = mp3.restore(edited, before);

    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly(mood);
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(mp3.read(restored)).isEqualTo(before);
    if (edited.length == file.length) {
      assertThat(restored).isEqualTo(file);
    }
  }

  @Provide
  Arbitrary<byte[]> tags() {
    return Combinators.combine(
            Arbitraries.of(3, 4),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 300))
        .flatAs(
            (version, unsync, padding) ->
                frames(version)
                    .list()
                    .ofMaxSize(12)
                    .map(frames -> whole(version, unsync && version == 3, frames, padding)));
  }

  private static byte[] whole(int version, boolean unsync, List<byte[]> frames, int padding) {
    byte[] body = join(join(frames.toArray(byte[][]::new)), padding(padding));
    return unsync ? tag(version, 0x80, unsynchronised(body)) : tag(version, 0, body);
  }

  private static Arbitrary<byte[]> frames(int version) {
    Arbitrary<byte[]> bodies =
        Arbitraries.of((byte) 0, (byte) 0xFF, (byte) 0xFE, (byte) 0xE0, (byte) 1, (byte) 'x')
            .array(byte[].class)
            .ofMaxSize(40);
    Arbitrary<byte[]> others =
        Combinators.combine(
                Arbitraries.of("PRIV", "APIC", "GEOB", "POPM", "XYZ1", "COMM", "TIT2"), bodies)
            .as((id, body) -> frame(version, id, body));
    Arbitrary<String> words = Arbitraries.of("Rock", "(17)", "Sad", "a; b", "", "17");
    Arbitrary<byte[]> carriers =
        Combinators.combine(Arbitraries.of("TCON", "TMOO", "mood", "MOOD"), words)
            .as(
                (id, word) ->
                    id.startsWith("T") ? text(version, id, word) : userText(version, id, word));
    return Arbitraries.frequencyOf(Tuple.of(3, others), Tuple.of(2, carriers));
  }
}
