package org.tonearm.tag.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonearm.tag.mp4.Mp4Bytes.atom;
import static org.tonearm.tag.mp4.Mp4Bytes.data;
import static org.tonearm.tag.mp4.Mp4Bytes.free;
import static org.tonearm.tag.mp4.Mp4Bytes.freeform;
import static org.tonearm.tag.mp4.Mp4Bytes.handler;
import static org.tonearm.tag.mp4.Mp4Bytes.join;
import static org.tonearm.tag.mp4.Mp4Bytes.meta;
import static org.tonearm.tag.mp4.Mp4Bytes.tags;
import static org.tonearm.tag.mp4.Mp4Bytes.text;
import static org.tonearm.tag.mp4.Mp4Bytes.udta;
import static org.tonearm.tag.mp4.Mp4Bytes.utf8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

class Mp4CodecTest {
  private static final byte[] TITLE = atom("©nam", text("A Title"));
  private static final byte[] GENRE = atom("©gen", text("Rock"));
  private static final byte[] COVER = atom("covr", data(13, new byte[700]));
  private static final byte[] NUMBER = atom("gnre", data(0, new byte[] {0, 18}));
  private static final byte[] MOOD =
      freeform("com.apple.iTunes", "Mood", text("calm"), text("dark"));
  private static final byte[] SERATO =
      freeform("com.serato.dj", "markersv2", data(0, new byte[] {1, 2, 3, 0, 9}), text("second"));
  private static final byte[] TWO_VALUES =
      freeform("com.apple.iTunes", "ARTISTS", text("One"), text("Two"));

  private final Mp4Codec codec = new Mp4Codec();
  private Path folder;

  @BeforeEach
  void keepFolder(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> files() {
    byte[] items = join(TITLE, GENRE, SERATO, TWO_VALUES, MOOD, COVER);
    return Stream.of(
        Arguments.of("padding in meta", new Mp4Bytes().udtaAtom(tags(1000, items)).build()),
        Arguments.of(
            "padding behind moov",
            new Mp4Bytes().udtaAtom(tags(0, items)).behindMoov(free(1000)).build()),
        Arguments.of(
            "small padding in meta, larger behind moov",
            new Mp4Bytes().udtaAtom(tags(20, items)).behindMoov(free(1000)).build()),
        Arguments.of(
            "equal padding in both places",
            new Mp4Bytes().udtaAtom(tags(500, items)).behindMoov(free(500)).build()),
        Arguments.of(
            "skip before the items",
            new Mp4Bytes()
                .udtaAtom(
                    udta(meta(handler("mdir"), atom("skip", new byte[300]), atom("ilst", items))))
                .build()),
        Arguments.of(
            "padding in user data",
            new Mp4Bytes()
                .udtaAtom(udta(meta(handler("mdir"), atom("ilst", items)), free(300)))
                .build()),
        Arguments.of("no padding", new Mp4Bytes().udtaAtom(tags(0, items)).build()),
        Arguments.of(
            "padding with content",
            new Mp4Bytes()
                .udtaAtom(tags(0, items))
                .behindMoov(atom("free", utf8("made by X")))
                .build()),
        Arguments.of("co64", new Mp4Bytes().co64().udtaAtom(tags(0, items)).build()),
        Arguments.of("moov last", new Mp4Bytes().moovLast().udtaAtom(tags(0, items)).build()),
        Arguments.of(
            "moov last with something behind",
            new Mp4Bytes()
                .moovLast()
                .udtaAtom(tags(0, items))
                .behindMoov(atom("uuid", TITLE))
                .build()),
        Arguments.of("no user data", new Mp4Bytes().build()),
        Arguments.of("no user data, moov last", new Mp4Bytes().moovLast().build()),
        Arguments.of(
            "user data of others",
            new Mp4Bytes().udtaAtom(udta(atom("chpl", new byte[9]), new byte[4])).build()),
        Arguments.of(
            "meta without items", new Mp4Bytes().udtaAtom(udta(meta(handler("mdir")))).build()),
        Arguments.of("empty list", new Mp4Bytes().udtaAtom(tags(0)).build()),
        Arguments.of(
            "QuickTime meta",
            new Mp4Bytes()
                .udtaAtom(udta(atom("meta", handler("mdir"), atom("ilst", items)), new byte[4]))
                .build()),
        Arguments.of(
            "meta without handler",
            new Mp4Bytes().udtaAtom(udta(meta(atom("ilst", items), free(64)))).build()),
        Arguments.of(
            "64-bit sizes",
            new Mp4Bytes()
                .udtaAtom(
                    Mp4Bytes.wideAtom(
                        "udta", meta(handler("mdir"), Mp4Bytes.wideAtom("ilst", items))))
                .build()),
        Arguments.of(
            "number and text",
            new Mp4Bytes().udtaAtom(tags(400, join(NUMBER, TITLE, GENRE, MOOD))).build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void editAndRestoreGiveTheFileBack(String name, byte[] file) throws Exception {
    TagSnapshot before = read(file);

    byte[] edited = rewrite(file, set(List.of("Techno", "Dub Techno"), List.of("happy")));

    TagSnapshot after = read(edited);
    assertThat(values(after, TagField.GENRE)).containsExactly("Techno", "Dub Techno");
    assertThat(values(after, TagField.MOOD)).containsExactly("happy");
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    assertThat(Mp4Bytes.audioByTables(edited)).isEqualTo(Mp4Bytes.audio());
    assertThat(rewrite(edited, restore(before))).isEqualTo(file);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void fieldsGoBackOneByOneInEitherOrder(String name, byte[] file) throws Exception {
    TagSnapshot before = read(file);
    byte[] edited =
        rewrite(rewrite(file, set(List.of("G"), List.of())), set(List.of(), List.of("M", "N")));
    TagEdit genre = only(TagField.GENRE, before);
    TagEdit mood = only(TagField.MOOD, before);

    assertThat(rewrite(rewrite(edited, genre), mood)).isEqualTo(file);
    assertThat(rewrite(rewrite(edited, mood), genre)).isEqualTo(file);
  }

  /** As QuickTime and cameras write it, and ffmpeg into .mov. */
  @Test
  void aGenreOfQuickTimesFormIsThereAndNotContradicted() throws Exception {
    byte[] genre = atom("©gen", new byte[] {0, 6, 0x55, (byte) 0xC4}, utf8("Techno"));
    Path file = folder.resolve("quicktime.mov");
    Files.write(file, new Mp4Bytes().udtaAtom(udta(genre, new byte[4])).build());
    TagSnapshot before = codec.read(file, TagProfile.DEFAULT);
    Path copy = folder.resolve("copy.mov");

    FieldState state = before.fields().get(TagField.GENRE);
    assertThat(state.values()).containsExactly("Techno");
    assertThat(state.absent()).isTrue();
    TagEdit other = new TagEdit(Map.of(TagField.GENRE, new TagEdit.SetValues(List.of("Jazz"))));
    assertThatThrownBy(() -> codec.rewrite(file, copy, other, TagProfile.DEFAULT))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"))
        .hasMessageContaining("QuickTime");
    TagEdit mood = new TagEdit(Map.of(TagField.MOOD, new TagEdit.SetValues(List.of("Calm"))));
    codec.rewrite(file, copy, mood, TagProfile.DEFAULT);
    TagSnapshot after = codec.read(copy, TagProfile.DEFAULT);
    assertThat(after.fields().get(TagField.GENRE)).isEqualTo(state);
    assertThat(after.fields().get(TagField.MOOD).values()).containsExactly("Calm");
    assertThat(after.others()).isEqualTo(before.others());
  }

  @Test
  void readsSeveralValuesInOneAtomAndInSeveral() throws Exception {
    byte[] items =
        join(
            atom("©gen", text("Rock; Pop"), text("Jazz\0Blues"), text(" ")),
            NUMBER,
            atom("©gen", text("Rockabilly")),
            freeform("com.apple.iTunes", "mOOd", text("calm"), text("warm")));
    TagSnapshot snapshot = read(new Mp4Bytes().udtaAtom(tags(0, items)).build());

    assertThat(values(snapshot, TagField.GENRE))
        .containsExactly("Rock", "Pop", "Jazz", "Blues", "Rockabilly");
    assertThat(values(snapshot, TagField.MOOD)).containsExactly("calm", "warm");
  }

  @Test
  void genreNumbersCountFromOne() throws Exception {
    TagSnapshot snapshot = read(new Mp4Bytes().udtaAtom(tags(0, NUMBER)).build());

    assertThat(values(snapshot, TagField.GENRE)).containsExactly("Rock");
  }

  @Test
  void settingTheGenreLeavesOneCarrierInTheFirstOnesPlace() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(100, join(NUMBER, TITLE, GENRE))).build();

    byte[] edited = rewrite(file, set(List.of("Ska"), List.of()));

    assertThat(edited)
        .isEqualTo(
            new Mp4Bytes()
                .udtaAtom(tags(100 + 26 + 28 - 27, join(atom("©gen", text("Ska")), TITLE)))
                .build());
  }

  @Test
  void newMoodTakesTheProfilesNameAndAFoundOneKeepsItsOwn() throws Exception {
    TagProfile profile = new TagProfile("; ", "mood", 4, TagProfile.ModificationTime.KEPT);
    byte[] fresh = rewrite(new Mp4Bytes().build(), set(List.of(), List.of("sad")), profile);
    byte[] found =
        rewrite(
            new Mp4Bytes().udtaAtom(tags(0, MOOD)).build(),
            set(List.of(), List.of("sad")),
            profile);

    assertThat(contains(fresh, freeform("com.apple.iTunes", "mood", text("sad")))).isTrue();
    assertThat(contains(found, freeform("com.apple.iTunes", "Mood", text("sad")))).isTrue();
    assertThat(contains(found, MOOD)).isFalse();
  }

  @Test
  void growthLeavesRoomForTheNextEdit() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(0, TITLE)).build();

    byte[] first = rewrite(file, set(List.of("Techno"), List.of()));
    byte[] second = rewrite(first, set(List.of("Progressive House"), List.of("calm")));

    assertThat(first.length).isGreaterThan(file.length + 1500);
    assertThat(second.length).isEqualTo(first.length);
  }

  @Test
  void namesTheOtherItems() throws Exception {
    byte[] items = join(TITLE, GENRE, SERATO, TWO_VALUES, COVER);
    byte[] file =
        new Mp4Bytes().udtaAtom(tags(64, items)).inMoov(atom("iods", new byte[4])).build();

    assertThat(read(file).others())
        .extracting(TagSnapshot.RawItem::key)
        .containsExactly(
            "ftyp",
            "moov/mvhd",
            "moov/trak",
            "©nam",
            "----:com.serato.dj:markersv2",
            "----:com.apple.iTunes:ARTISTS",
            "covr",
            "moov/iods");
  }

  @Test
  void aWrongChunkOffsetShowsInTheSnapshot() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(0, TITLE)).build();
    byte[] wrong = file.clone();
    int table = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("stco");
    ByteBuffer.wrap(wrong).putInt(table + 12, ByteBuffer.wrap(file).getInt(table + 12) - 1);

    assertThat(read(wrong).others()).isNotEqualTo(read(file).others());
  }

  @Test
  void fragmentedFilesAreEditedWithinTheirPaddingOnly() throws Exception {
    byte[] roomy =
        new Mp4Bytes()
            .udtaAtom(tags(300, TITLE))
            .inMoov(atom("mvex", new byte[4]))
            .behindMoov(atom("moof", new byte[16]))
            .build();
    byte[] tight =
        new Mp4Bytes()
            .udtaAtom(tags(0, TITLE))
            .inMoov(atom("mvex", new byte[4]))
            .behindMoov(atom("moof", new byte[16]))
            .build();

    byte[] edited = rewrite(roomy, set(List.of("Techno"), List.of("calm")));
    assertThat(edited).hasSameSizeAs(roomy);
    assertThat(rewrite(edited, restore(read(roomy)))).isEqualTo(roomy);
    refuses(tight, "moof");
  }

  @Test
  void anyPaddingServesWhereTheAudioCannotMove() throws Exception {
    byte[] file =
        new Mp4Bytes()
            .udtaAtom(tags(10, TITLE))
            .inSampleTable(atom("saio", new byte[8]))
            .behindMoov(free(300))
            .build();

    byte[] edited = rewrite(file, set(List.of("Techno"), List.of()));

    assertThat(edited).hasSameSizeAs(file);
    assertThat(Mp4Bytes.audioByTables(edited)).isEqualTo(Mp4Bytes.audio());
  }

  @Test
  void refusesWhereMoreThanChunkTablesWouldHaveToFollow() throws Exception {
    refuses(new Mp4Bytes().inSampleTable(atom("saio", new byte[8])).build(), "saio");
    refuses(
        new Mp4Bytes().inMoov(meta(handler("mdta"), atom("iloc", new byte[8]))).build(), "iloc");
    refuses(new Mp4Bytes().behindMoov(atom("sidx", new byte[24])).build(), "sidx");
    refuses(new Mp4Bytes().behindMoov(atom("mfra", new byte[24])).build(), "mfra");
    refuses(new Mp4Bytes().udtaAtom(udta(meta(handler("mdta")))).build(), "iTunes");
  }

  @Test
  void refusesAnOffsetThatOverflows() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(0, TITLE)).build();
    Path sparse = folder.resolve("large.m4a");
    byte[] large = file.clone();
    int table = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("stco");
    ByteBuffer.wrap(large).putInt(table + 12 + 12, -2);
    int mdat = file.length - Mp4Bytes.audio().length - 8;
    ByteBuffer.wrap(large).putInt(mdat, 0);
    Files.write(sparse, large);
    try (var channel =
        java.nio.channels.FileChannel.open(sparse, java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), 0x1_0000_0000L);
    }

    assertThatThrownBy(
            () ->
                codec.rewrite(
                    sparse,
                    folder.resolve("target.m4a"),
                    set(List.of("Techno"), List.of()),
                    TagProfile.DEFAULT))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"))
        .hasMessageContaining("4 GiB");
  }

  @Test
  void refusesAForeignState() throws Exception {
    Path file = write(new Mp4Bytes().build());
    FieldState foreign = new FieldState(List.of("x"), new byte[] {1, 0, 1, 5});

    assertThatThrownBy(
            () ->
                codec.rewrite(
                    file,
                    folder.resolve("t"),
                    new TagEdit(Map.of(TagField.MOOD, new TagEdit.Restore(foreign))),
                    TagProfile.DEFAULT))
        .isInstanceOf(TagException.class);
  }

  @Test
  void restoresSeveralItemsBetweenTheirNeighbours() throws Exception {
    byte[] before = new Mp4Bytes().udtaAtom(tags(200, join(NUMBER, TITLE, GENRE, COVER))).build();
    byte[] artist = atom("©ART", text("Somebody"));
    byte[] other = atom("©gen", text("Other"));
    byte[] meanwhile =
        new Mp4Bytes().udtaAtom(tags(200, join(artist, other, TITLE, COVER))).build();

    byte[] restored = rewrite(meanwhile, only(TagField.GENRE, read(before)));

    assertThat(contains(restored, join(artist, NUMBER, TITLE, GENRE, COVER))).isTrue();
  }

  @Test
  void severalWordsAreJoinedWhereTheProfileSaysSo() throws Exception {
    TagProfile joined =
        new TagProfile(
            "; ",
            "MOOD",
            4,
            TagProfile.ModificationTime.KEPT,
            Map.of(TagKind.MP4, MultiValues.JOINED));
    FieldItems items = new FieldItems(joined);

    assertThat(items.build(TagField.GENRE, List.of("A", "B"), List.of()).copy())
        .isEqualTo(atom("\u00a9gen", text("A; B")));
    assertThat(items.build(TagField.COMMENT, List.of("a; b", "c"), List.of()).copy())
        .isEqualTo(atom("\u00a9cmt", join(text("a; b"), text("c"))));
    assertThat(items.build(TagField.PROVENANCE, List.of("p"), List.of()).copy())
        .isEqualTo(freeform("com.apple.iTunes", "TONEARM", text("p")));
  }

  @Test
  void anUndoIsWholeAfterAnotherProgramSortedTheItems() throws Exception {
    byte[] file = new Mp4Bytes().udtaAtom(tags(200, join(MOOD, TITLE, COVER, GENRE))).build();
    byte[] sorted =
        new Mp4Bytes()
            .udtaAtom(
                tags(
                    200,
                    join(
                        freeform("com.apple.iTunes", "Mood", text("happy")),
                        atom("©gen", text("Techno")),
                        COVER,
                        TITLE)))
            .build();
    TagSnapshot before = read(file);

    TagSnapshot restored = read(rewrite(sorted, restore(before)));

    for (TagField field : TagField.values()) {
      FieldState was = before.fields().get(field);
      FieldState is = restored.fields().get(field);
      assertThat(is.values()).isEqualTo(was.values());
      assertThat(new Mp4Codec().sameItems(was, is)).as(field.word()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void anEditOfOneFieldLeavesTheOthersStateEqual(String name, byte[] file) throws Exception {
    TagSnapshot before = read(file);

    TagSnapshot genre = read(rewrite(file, set(List.of("G"), List.of())));
    TagSnapshot mood = read(rewrite(file, set(List.of(), List.of("M"))));

    assertThat(genre.fields().get(TagField.MOOD)).isEqualTo(before.fields().get(TagField.MOOD));
    assertThat(mood.fields().get(TagField.GENRE)).isEqualTo(before.fields().get(TagField.GENRE));
  }

  @Test
  void knowsTheFamilyByContent() {
    assertThat(codec.recognises(new Mp4Bytes().build(), "")).isTrue();
    assertThat(codec.recognises(utf8("ID3 and then some more bytes"), "m4a")).isFalse();
    assertThat(codec.recognises(new byte[0], "m4a")).isFalse();
    byte[] heic = atom("ftyp", utf8("heic"), new byte[4], utf8("mif1isom"));
    assertThat(codec.recognises(heic, "m4a")).isFalse();
    byte[] qt = atom("ftyp", utf8("qt  "), new byte[4], utf8("qt  "));
    assertThat(codec.recognises(join(qt, free(8)), "mov")).isTrue();
    assertThat(codec.recognises(join(qt, utf8("nonsense")), "mov")).isFalse();
    byte[] other = atom("ftyp", utf8("abcd"), new byte[4], utf8("zzzzM4A "));
    assertThat(codec.recognises(other, "")).isTrue();
  }

  private void refuses(byte[] file, String because) throws IOException {
    Path path = write(file);
    assertThatThrownBy(
            () ->
                codec.rewrite(
                    path,
                    folder.resolve("target.m4a"),
                    set(List.of("Techno"), List.of()),
                    TagProfile.DEFAULT))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("unsupported-structure"))
        .hasMessageContaining(because);
    assertThat(Files.readAllBytes(path)).isEqualTo(file);
  }

  private TagSnapshot read(byte[] file) throws IOException, TagException {
    return codec.read(write(file), TagProfile.DEFAULT);
  }

  private byte[] rewrite(byte[] file, TagEdit edit) throws IOException, TagException {
    return rewrite(file, edit, TagProfile.DEFAULT);
  }

  private byte[] rewrite(byte[] file, TagEdit edit, TagProfile profile)
      throws IOException, TagException {
    Path target = folder.resolve("target.m4a");
    codec.rewrite(write(file), target, edit, profile);
    return Files.readAllBytes(target);
  }

  private Path write(byte[] file) throws IOException {
    return Files.write(folder.resolve("source.m4a"), file);
  }

  private static List<String> values(TagSnapshot snapshot, TagField field) {
    return snapshot.fields().get(field).values();
  }

  private static TagEdit set(List<String> genre, List<String> mood) {
    Map<TagField, TagEdit.Change> changes = new java.util.EnumMap<>(TagField.class);
    if (!genre.isEmpty()) {
      changes.put(TagField.GENRE, new TagEdit.SetValues(genre));
    }
    if (!mood.isEmpty()) {
      changes.put(TagField.MOOD, new TagEdit.SetValues(mood));
    }
    return new TagEdit(changes);
  }

  private static TagEdit restore(TagSnapshot before) {
    return new TagEdit(
        Map.of(
            TagField.GENRE, new TagEdit.Restore(before.fields().get(TagField.GENRE)),
            TagField.MOOD, new TagEdit.Restore(before.fields().get(TagField.MOOD))));
  }

  private static TagEdit only(TagField field, TagSnapshot before) {
    return new TagEdit(Map.of(field, new TagEdit.Restore(before.fields().get(field))));
  }

  private static boolean contains(byte[] file, byte[] part) {
    var charset = java.nio.charset.StandardCharsets.ISO_8859_1;
    return new String(file, charset).contains(new String(part, charset));
  }
}
