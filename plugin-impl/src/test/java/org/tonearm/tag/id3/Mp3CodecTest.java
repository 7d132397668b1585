package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.id3.TagBytes.bytes;
import static org.tonearm.tag.id3.TagBytes.frame;
import static org.tonearm.tag.id3.TagBytes.join;
import static org.tonearm.tag.id3.TagBytes.latin;
import static org.tonearm.tag.id3.TagBytes.mpeg;
import static org.tonearm.tag.id3.TagBytes.padding;
import static org.tonearm.tag.id3.TagBytes.tag;
import static org.tonearm.tag.id3.TagBytes.text;
import static org.tonearm.tag.id3.TagBytes.userText;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

class Mp3CodecTest {
  private static final TagProfile NEW_TAGS_OF_2_3 =
      new TagProfile("; ", "MOOD", 3, TagProfile.ModificationTime.KEPT);

  private final Edited mp3 = Edited.with(new Mp3Codec());

  private static byte[] rich(int version) {
    return join(
        text(version, "TIT2", 1, "Ünïcode"),
        frame(version, "POPM", join(latin("dj@x\0"), bytes(200, 0, 0, 0, 9))),
        frame(version, "PRIV", join(latin("TRAKTOR4\0"), bytes(0xFF, 0xE0, 0, 1))),
        frame(
            version,
            "GEOB",
            join(latin("\0application/octet-stream\0\0Serato Markers2\0"), bytes(1, 1, 0xFF)),
            0x20,
            0),
        frame(version, "COMM", join(bytes(0), latin("engiTunNORM\0hello"))),
        frame(version, "APIC", join(bytes(0), latin("image/png\0"), bytes(3, 0, 0xFF, 0xD8))));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void addsBothFieldsWithinThePaddingAndTakesThemBack(int version) throws TagException {
    byte[] before = join(tag(version, 0, rich(version), padding(300)), mpeg(5), TagBytes.id3v1());
    TagSnapshot snapshot = mp3.read(before);

    byte[] after = mp3.setBoth(before, "Drum & Bass", "Happy");

    TagSnapshot changed = mp3.read(after);
    assertThat(after).hasSameSizeAs(before);
    assertThat(changed.fields().get(TagField.GENRE).values()).containsExactly("Drum & Bass");
    assertThat(changed.fields().get(TagField.MOOD).values()).containsExactly("Happy");
    assertThat(changed.others()).isEqualTo(snapshot.others());
    assertThat(changed.audioHash()).isEqualTo(snapshot.audioHash());
    assertThat(mp3.restore(after, snapshot)).isEqualTo(before);
  }

  @Test
  void namesTheOtherItems() throws TagException {
    byte[] file =
        join(
            tag(3, 0, rich(3), userText(3, "foo", "bar")),
            mpeg(4),
            TagBytes.ape(),
            TagBytes.id3v1());

    assertThat(mp3.read(file).others().stream().map(TagSnapshot.RawItem::key))
        .containsExactly(
            "TIT2",
            "POPM:dj@x",
            "PRIV:TRAKTOR4",
            "GEOB:Serato Markers2",
            "COMM:eng:iTunNORM",
            "APIC",
            "TXXX:foo",
            "APE:genre",
            "ID3v1");
  }

  @Test
  void putsNewFramesAfterTheLastTextFrame() throws TagException {
    byte[] picture = frame(4, "APIC", latin("x"));
    byte[] file = join(tag(4, 0, text(4, "TIT2", "a"), text(4, "TPE1", "b"), picture), mpeg(4));

    byte[] edited = mp3.set(file, TagField.GENRE, "Jazz", "Soul");

    byte[] expected =
        join(
            text(4, "TIT2", "a"),
            text(4, "TPE1", "b"),
            text(4, "TCON", "Jazz\0Soul"),
            picture,
            padding(1024));
    assertThat(edited).isEqualTo(join(tag(4, 0, expected), mpeg(4)));
  }

  @Test
  void writesSeveralGenresOf23JoinedAndInPlace() throws TagException {
    byte[] file =
        join(tag(3, 0, text(3, "TCON", "(17)"), text(3, "TIT2", "a"), padding(50)), mpeg(4));

    byte[] edited = mp3.set(file, TagField.GENRE, "Jazz", "Soul");

    assertThat(edited)
        .isEqualTo(
            join(
                tag(3, 0, text(3, "TCON", "Jazz; Soul"), text(3, "TIT2", "a"), padding(44)),
                mpeg(4)));
  }

  @Test
  void writesWhatLatin1LacksInTheVersionsOwnUnicode() throws TagException {
    byte[] old = join(tag(3, 0, padding(100)), mpeg(4));
    byte[] recent = join(tag(4, 0, padding(100)), mpeg(4));

    byte[] edited3 = mp3.set(old, TagField.GENRE, "Ελληνικά");
    byte[] edited4 = mp3.set(recent, TagField.GENRE, "Ελληνικά");

    byte[] wide = text(3, "TCON", 1, "Ελληνικά");
    byte[] utf8 = text(4, "TCON", 3, "Ελληνικά");
    assertThat(edited3).isEqualTo(join(tag(3, 0, wide, padding(100 - wide.length)), mpeg(4)));
    assertThat(edited4).isEqualTo(join(tag(4, 0, utf8, padding(100 - utf8.length)), mpeg(4)));
  }

  @Test
  void keepsTheSpellingOfAMoodThatIsThere() throws TagException {
    byte[] file = join(tag(3, 0, userText(3, "mood", "Sad"), padding(90)), mpeg(4));

    byte[] edited = mp3.set(file, TagField.MOOD, "Calm");

    assertThat(mp3.read(file).fields().get(TagField.MOOD).values()).containsExactly("Sad");
    assertThat(edited)
        .isEqualTo(join(tag(3, 0, userText(3, "mood", "Calm"), padding(89)), mpeg(4)));
  }

  @Test
  void neverLeavesTwoMoodsThatDiffer() throws TagException {
    byte[] file =
        join(tag(4, 0, text(4, "TMOO", "Sad"), userText(4, "Mood", "Angry"), padding(90)), mpeg(4));

    byte[] edited = mp3.set(file, TagField.MOOD, "Calm");

    assertThat(mp3.read(file).fields().get(TagField.MOOD).values()).containsExactly("Sad", "Angry");
    assertThat(edited)
        .isEqualTo(
            join(
                tag(4, 0, text(4, "TMOO", "Calm"), userText(4, "Mood", "Calm"), padding(90)),
                mpeg(4)));
  }

  @Test
  void mergesTwoGenreFramesAndRestoresBoth() throws TagException {
    byte[] file =
        join(
            tag(
                4,
                0,
                text(4, "TIT2", "a"),
                text(4, "TMOO", "Sad"),
                text(4, "TCON", "Rock"),
                text(4, "TPE1", "b"),
                text(4, "TCON", "Pop"),
                padding(90)),
            mpeg(4));
    TagSnapshot before = mp3.read(file);

    byte[] edited = mp3.setBoth(file, "Jazz", "Calm");

    assertThat(before.fields().get(TagField.GENRE).values()).containsExactly("Rock", "Pop");
    assertThat(mp3.read(edited).fields().get(TagField.GENRE).values()).containsExactly("Jazz");
    assertThat(mp3.restore(edited, before)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void makesATagWhereThereIsNoneAndDropsItAgain(int version) throws TagException {
    Edited codec = Edited.with(new Mp3Codec(), version == 3 ? NEW_TAGS_OF_2_3 : TagProfile.DEFAULT);
    byte[] bare = join(mpeg(6), TagBytes.ape(), TagBytes.id3v1());
    TagSnapshot before = codec.read(bare);

    byte[] edited = codec.setBoth(bare, "House", "Happy");

    TagSnapshot after = codec.read(edited);
    assertThat(after.format()).isEqualTo("ID3v2." + version);
    assertThat(after.others())
        .hasSize(3)
        .endsWith(before.others().toArray(TagSnapshot.RawItem[]::new));
    assertThat(after.others().get(0).key()).isEqualTo("TIT2");
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly("Happy");
    assertThat(codec.takenBack(edited, bare)).isEqualTo(bare);
  }

  @Test
  void keepsAnEmptyTagThatWasThereBefore() throws TagException {
    byte[] file = join(tag(3, 0, padding(2038)), mpeg(4));

    byte[] edited = mp3.setBoth(file, "House", "Happy");

    assertThat(mp3.restore(edited, mp3.read(file))).isEqualTo(file);
  }

  @Test
  void editsOneFieldWithoutTouchingTheOthersState() throws TagException {
    byte[] file =
        join(tag(4, 0, text(4, "TIT2", "a"), text(4, "TMOO", "Sad"), padding(90)), mpeg(4));

    TagSnapshot after = mp3.read(mp3.set(file, TagField.GENRE, "Jazz"));

    assertThat(after.fields().get(TagField.MOOD))
        .isEqualTo(mp3.read(file).fields().get(TagField.MOOD))
        .isNotEqualTo(FieldState.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "gap", "late", "end"})
  void refusesTagsInOddPlaces(String where) {
    byte[] one = tag(3, 0, text(3, "TIT2", "a"));
    byte[] file =
        switch (where) {
          case "two" -> join(one, one, mpeg(4));
          case "gap" -> join(one, padding(100), one, mpeg(4));
          case "late" -> join(padding(100), one, mpeg(4));
          default -> join(mpeg(4), tag(4, 0x10, text(4, "TIT2", "a")), TagBytes.id3v1());
        };

    assertThatThrownBy(() -> mp3.read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  /** Some programs write the size in plain bytes; a second tag in front would hide such a one. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6})
  void refusesATagWhoseHeaderBreaksTheRules(int at) {
    byte[] file = join(tag(3, 0, text(3, "TIT2", "a"), padding(100)), mpeg(4));
    byte[] second = join(tag(3, 0, text(3, "TIT2", "a")), file);
    file[at] = (byte) 0xFF;
    second[second.length - file.length + at] = (byte) 0xFF;

    assertThat(new Mp3Codec().recognises(file, "mp3")).isTrue();
    assertThatThrownBy(() -> mp3.read(file))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("malformed-tag"));
    assertThatThrownBy(() -> mp3.set(second, TagField.GENRE, "Dub"))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"));
  }

  @Test
  void tellsMp3ByItsBytes() {
    Mp3Codec codec = new Mp3Codec();
    byte[] tagged = join(tag(3, 0, text(3, "TIT2", "a")), mpeg(4));

    assertThat(codec.recognises(tagged, "")).isTrue();
    assertThat(codec.recognises(mpeg(4), "")).isTrue();
    assertThat(codec.recognises(join(padding(500), mpeg(4)), "mp3")).isTrue();
    assertThat(codec.recognises(join(tag(3, 0), latin("fLaC....")), "mp3")).isFalse();
    assertThat(codec.recognises(latin("Just a text, whatever it is called."), "mp3")).isFalse();
    assertThat(codec.recognises(new byte[0], "mp3")).isFalse();
    for (String other : List.of("RIFF....WAVE", "fLaC", "OggS")) {
      assertThat(codec.recognises(join(latin(other), mpeg(4)), "mp3")).isFalse();
    }
  }
}
