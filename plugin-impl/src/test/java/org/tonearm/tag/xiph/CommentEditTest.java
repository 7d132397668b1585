package org.tonearm.tag.xiph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.api.tag.TagField.COMMENT;
import static org.tonearm.api.tag.TagField.GENRE;
import static org.tonearm.api.tag.TagField.MOOD;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;

class CommentEditTest {
  private static List<CommentEntry> entries(String... texts) {
    return Arrays.stream(texts).map(text -> new CommentEntry(CommentBytes.utf8(text))).toList();
  }

  private static FieldState state(TagField field, List<CommentEntry> entries) {
    return CommentEdit.state(entries, field, "; ");
  }

  private static List<CommentEntry> set(
      List<CommentEntry> entries, TagField field, String... values) throws StructureException {
    return CommentEdit.apply(
        entries,
        new TagEdit(Map.of(field, new TagEdit.SetValues(List.of(values)))),
        TagProfile.DEFAULT);
  }

  private static List<CommentEntry> restore(
      List<CommentEntry> entries, TagField field, FieldState state) throws StructureException {
    return CommentEdit.apply(
        entries, new TagEdit(Map.of(field, new TagEdit.Restore(state))), TagProfile.DEFAULT);
  }

  @Test
  void valuesAreSplitAtTheSeparatorAlone() {
    List<CommentEntry> entries =
        entries("GENRE=Rock; Pop", "genre=Folk/Country", "Genre=a;b, c", "GENRE=", "GENRE=; x; ");

    assertThat(state(GENRE, entries).values())
        .containsExactly("Rock", "Pop", "Folk/Country", "a;b, c", "x");
  }

  @Test
  void blanksAroundWordsAreNoPartOfThem() throws Exception {
    List<CommentEntry> entries = entries("GENRE=Rock ", "GENRE=Folk ; Pop", "GENRE= ");

    assertThat(state(GENRE, entries).values()).containsExactly("Rock", "Folk", "Pop");
    assertThat(set(entries, GENRE, "Rock", "Folk", "Pop", "Jazz"))
        .isEqualTo(entries("GENRE=Rock ", "GENRE=Folk", "GENRE=Pop", "GENRE=Jazz"));
    assertThat(state(COMMENT, entries("COMMENT= as it is ")).values())
        .containsExactly(" as it is ");
  }

  @Test
  void zeroBytesSplitValues() {
    assertThat(state(GENRE, entries("GENRE=A\0B\0")).values()).containsExactly("A", "B");
  }

  @Test
  void anEmptyValueIsNotAbsent() {
    FieldState state = state(GENRE, entries("GENRE="));

    assertThat(state.values()).isEmpty();
    assertThat(state.absent()).isFalse();
    assertThat(state(MOOD, entries("GENRE="))).isSameAs(FieldState.ABSENT);
  }

  @Test
  void similarKeysAreOtherKeys() {
    List<CommentEntry> entries = entries("GENRES=x", "GENR=x", "GENRE", "MOOD =x", "=GENRE", "");

    assertThat(state(GENRE, entries)).isEqualTo(FieldState.ABSENT);
    assertThat(CommentFields.of(entries).ofEach(entries)).allMatch(Optional::isEmpty);
  }

  @Test
  void theSpellingIsReadWithoutTheLocale() {
    // in Turkish the lower case of I has no dot, and in Unicode a dotless i has the upper case I
    assertThat(state(GENRE, entries("genre=x", "gEnRe=y")).values()).containsExactly("x", "y");
    assertThat(state(MOOD, entries("m\u1d0f\u1d0fd=x"))).isEqualTo(FieldState.ABSENT);
  }

  @Test
  void eachValueTakesAnOldPlaceAndSpelling() throws Exception {
    List<CommentEntry> entries = entries("a=1", "Genre=x", "b=2", "GENRE=y", "c=3");

    assertThat(set(entries, GENRE, "p")).isEqualTo(entries("a=1", "Genre=p", "b=2", "c=3"));
    assertThat(set(entries, GENRE, "p", "q", "r", "s"))
        .isEqualTo(entries("a=1", "Genre=p", "b=2", "GENRE=q", "GENRE=r", "GENRE=s", "c=3"));
    assertThat(set(entries, MOOD, "m", "n"))
        .isEqualTo(entries("a=1", "Genre=x", "b=2", "GENRE=y", "c=3", "MOOD=m", "MOOD=n"));
  }

  @Test
  void anUnchangedValueKeepsItsBytes() throws Exception {
    CommentEntry invalid = new CommentEntry(new byte[] {'G', 'E', 'N', 'R', 'E', '=', 'x', -1});
    List<CommentEntry> changed = set(List.of(invalid), GENRE, "x\uFFFD", "Jazz");

    assertThat(changed).containsExactly(invalid, CommentEntry.of("GENRE", "Jazz"));
  }

  @Test
  void restoresInterleavedEntries() throws Exception {
    for (List<CommentEntry> original :
        List.of(
            entries("MOOD=m", "GENRE=g"),
            entries("GENRE=g", "MOOD=m"),
            entries(
                "mood=1", "GENRE=1", "MOOD=2", "genre=2", "x=y", "GENRE=3", "MOOD=3", "GENRE=4"),
            entries("x=y", "MOOD=1", "MOOD=2", "GENRE=1", "x=y", "x=y", "MOOD=3", "GENRE=1"))) {
      FieldState genre = state(GENRE, original);
      FieldState mood = state(MOOD, original);
      List<CommentEntry> edited = set(set(original, MOOD, "p"), GENRE, "q", "r");

      assertThat(restore(restore(edited, GENRE, genre), MOOD, mood)).isEqualTo(original);
      assertThat(restore(restore(edited, MOOD, mood), GENRE, genre)).isEqualTo(original);
      assertThat(restore(set(original, GENRE, "q"), GENRE, genre)).isEqualTo(original);
      assertThat(restore(set(original, MOOD, "q"), MOOD, mood)).isEqualTo(original);
    }
  }

  @Test
  void findsThePlaceAgainBehindItsNeighbour() throws Exception {
    FieldState genre = state(GENRE, entries("a=1", "b=2", "GENRE=x", "c=3"));

    assertThat(restore(entries("new=0", "a=1", "b=2", "c=3"), GENRE, genre))
        .isEqualTo(entries("new=0", "a=1", "b=2", "GENRE=x", "c=3"));
    assertThat(restore(entries("b=2", "c=3"), GENRE, genre))
        .isEqualTo(entries("b=2", "GENRE=x", "c=3"));
    assertThat(restore(entries("z=9"), GENRE, genre)).isEqualTo(entries("z=9", "GENRE=x"));
    assertThat(restore(entries(), GENRE, genre)).isEqualTo(entries("GENRE=x"));
  }

  @Test
  void aFieldsRecordDoesNotChangeWithTheOtherField() throws Exception {
    List<CommentEntry> original = entries("a=1", "GENRE=x", "MOOD=y", "b=2");

    assertThat(state(MOOD, set(original, GENRE, "p", "q", "r"))).isEqualTo(state(MOOD, original));
    assertThat(state(GENRE, set(original, MOOD, "p", "q", "r"))).isEqualTo(state(GENRE, original));
  }

  @Test
  void aDescriptionIsTheCommentWhereThereIsNoOther() throws Exception {
    List<CommentEntry> alone = entries("a=1", "Description=x; y", "b=2");
    List<CommentEntry> beside = entries("DESCRIPTION=x", "comment=y");

    assertThat(state(COMMENT, alone).values()).containsExactly("x; y");
    assertThat(set(alone, COMMENT, "z")).isEqualTo(entries("a=1", "Description=z", "b=2"));
    assertThat(restore(set(alone, COMMENT, "z"), COMMENT, state(COMMENT, alone))).isEqualTo(alone);
    assertThat(state(COMMENT, beside).values()).containsExactly("y");
    assertThat(set(beside, COMMENT, "z")).isEqualTo(entries("DESCRIPTION=x", "comment=z"));
    assertThatThrownBy(() -> restore(beside, COMMENT, FieldState.ABSENT))
        .isInstanceOf(StructureException.class)
        .hasMessageContaining("DESCRIPTION");
  }

  @Test
  void severalWordsAreJoinedWhereTheProfileSaysSo() throws Exception {
    TagProfile joined =
        new TagProfile(
            "; ",
            "MOOD",
            4,
            TagProfile.ModificationTime.KEPT,
            Map.of(TagKind.VORBIS, MultiValues.JOINED));
    TagEdit edit =
        new TagEdit(
            Map.of(
                GENRE, new TagEdit.SetValues(List.of("A", "B")),
                COMMENT, new TagEdit.SetValues(List.of("c", "d"))));

    assertThat(CommentEdit.apply(entries("GENRE=x", "GENRE=y"), edit, joined))
        .isEqualTo(entries("GENRE=A; B", "COMMENT=c", "COMMENT=d"));
  }

  @Test
  void aChangeOfTheMoodsBeforeAGenreLeavesTheGenreTheSame() throws Exception {
    List<CommentEntry> original = entries("MOOD=a", "MOOD=b", "GENRE=x");

    FieldState genre = state(GENRE, set(original, MOOD, "c"));

    assertThat(CommentEdit.sameItems(genre, state(GENRE, original))).isTrue();
    assertThat(CommentEdit.sameItems(genre, state(MOOD, original))).isFalse();
  }

  @Test
  void aForeignRecordIsRefused() {
    byte[] sound = state(GENRE, entries("GENRE=x")).raw();
    for (byte[] raw :
        List.of(
            new byte[] {1},
            new byte[] {2},
            new byte[] {3},
            CommentBytes.utf8("TCON"),
            Arrays.copyOf(sound, sound.length - 1),
            Arrays.copyOf(sound, sound.length + 1))) {
      FieldState state = new FieldState(List.of("x"), raw);
      assertThatThrownBy(() -> restore(entries(), GENRE, state))
          .isInstanceOf(StructureException.class);
    }
    FieldState genre = new FieldState(List.of("x"), sound);
    assertThatThrownBy(() -> restore(entries(), MOOD, genre))
        .isInstanceOf(StructureException.class);
  }
}
