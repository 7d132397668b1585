package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.id3.TagBytes.aiff;
import static org.tonearm.tag.id3.TagBytes.comm;
import static org.tonearm.tag.id3.TagBytes.iff;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.plain;
import static org.tonearm.tag.id3.TagBytes.samples;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

class AiffCodecTest {
  private static final byte[] SOUND = iff("SSND", join(padding(8), samples(1000)));

  private final Edited aiff = Edited.with(new AiffCodec());

  @ParameterizedTest
  @ValueSource(strings = {"AIFF", "AIFC"})
  void appendsATagAndDropsItAgain(String type) throws TagException {
    byte[] file = aiff(type, comm(500), iff("NAME", latin("odd")), SOUND);
    TagSnapshot before = aiff.read(file);

    byte[] edited = aiff.setBoth(file, "Techno", "Tense");

    TagSnapshot after = aiff.read(edited);
    assertThat(new AiffCodec().recognises(edited, "")).isTrue();
    assertThat(after.fields().get(TagField.GENRE).values()).containsExactly("Techno");
    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly("Tense");
    assertThat(after.others()).hasSize(3).containsAll(before.others());
    assertThat(after.others().get(2).key()).isEqualTo("TIT2");
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(Arrays.copyOfRange(edited, 4, 8)).isEqualTo(plain(edited.length - 8));
    assertThat(aiff.takenBack(edited, file)).isEqualTo(file);
  }

  @Test
  void editsATagBetweenOtherChunks() throws TagException {
    byte[] old = iff("ID3 ", tag(3, 0, text(3, "TIT2", "a"), text(3, "TCON", "x")));
    byte[] file = aiff("AIFF", comm(500), old, SOUND);
    TagSnapshot before = aiff.read(file);

    byte[] edited = aiff.set(file, TagField.GENRE, "House");

    byte[] grown =
        iff("ID3 ", tag(3, 0, text(3, "TIT2", "a"), text(3, "TCON", "House"), padding(1024)));
    assertThat(edited).isEqualTo(aiff("AIFF", comm(500), grown, SOUND));
    assertThat(aiff.read(edited).audioHash()).isEqualTo(before.audioHash());
  }
}
