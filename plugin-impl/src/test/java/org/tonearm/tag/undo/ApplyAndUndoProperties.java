package org.tonearm.tag.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.id3.AiffCodec;
import org.tonearm.tag.id3.GeneratedId3;
import org.tonearm.tag.id3.GeneratedId3.Build;
import org.tonearm.tag.id3.Mp3Codec;
import org.tonearm.tag.id3.WavCodec;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.mp4.GeneratedItems;
import org.tonearm.tag.mp4.Mp4Codec;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.tag.xiph.FlacCodec;
import org.tonearm.tag.xiph.GeneratedComments;
import org.tonearm.tag.xiph.OggCodec;

/**
 * On real files of every format, through the real writer, journal and undo: whatever is planned for
 * whatever tag, the plan is carried out, and taken back it leaves no trace: not a byte differs.
 */
class ApplyAndUndoProperties {
  private static final CodecRegistry CODECS =
      new CodecRegistry(
          List.of(
              new Mp3Codec(),
              new WavCodec(),
              new AiffCodec(),
              new FlacCodec(),
              new OggCodec(),
              new Mp4Codec()));
  private static final TagWriter WRITER = new TagWriter(CODECS, SecondReader.NONE);

  private Path folder;
  private Journal journal;

  @BeforeProperty
  void openJournal() throws Exception {
    folder = Files.createTempDirectory("tonearm-test");
    journal = Journal.open(folder.resolve("journal.db"));
  }

  @AfterProperty
  void closeJournal() throws Exception {
    journal.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 50)
  void mp3(
      @ForAll("mp3s") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("mp3", file, wishes, more);
  }

  @Property(tries = 15)
  void wav(
      @ForAll("wavs") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("wav", file, wishes, more);
  }

  @Property(tries = 15)
  void aiff(
      @ForAll("aiffs") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("aiff", file, wishes, more);
  }

  @Property(tries = 15)
  void flac(
      @ForAll("flacs") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("flac", file, wishes, more);
  }

  @Property(tries = 15)
  void oggVorbis(
      @ForAll("vorbises") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("ogg", file, wishes, more);
  }

  @Property(tries = 15)
  void opus(
      @ForAll("opuses") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("opus", file, wishes, more);
  }

  @Property(tries = 20)
  void mp4(
      @ForAll("mp4s") byte[] file,
      @ForAll("wishes") Map<TagField, List<String>> wishes,
      @ForAll("wishes") Map<TagField, List<String>> more)
      throws Exception {
    check("m4a", file, wishes, more);
  }

  /** Writes two plans, one upon the other, and takes them back. */
  private void check(
      String extension,
      byte[] bytes,
      Map<TagField, List<String>> wishes,
      Map<TagField, List<String>> more)
      throws Exception {
    Path file = Files.write(folder.resolve("song." + extension), bytes);
    OptionalLong first = write(file, wishes);
    byte[] between = Files.readAllBytes(file);
    OptionalLong second = write(file, more);
    if (second.isPresent()) {
      undo(file, second.getAsLong(), between);
    }
    if (first.isPresent()) {
      undo(file, first.getAsLong(), bytes);
    }
  }

  /** The run that did it; empty if the plan was refused. */
  private OptionalLong write(Path file, Map<TagField, List<String>> wishes) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    TagCodec codec = CODECS.codecFor(file);
    TagSnapshot before = codec.read(file, TagProfile.DEFAULT);
    TagPlan plan = plan(file, before, wishes);
    JournalRun run = journal.begin("tag");
    try {
      WRITER.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    } catch (TagException e) {
      assertRefusedRightly(e, before, wishes);
      assertSame(file, bytes);
      return OptionalLong.empty();
    }
    TagSnapshot after = codec.read(file, TagProfile.DEFAULT);
    // A tag that is made takes over what older ones say, and loses nothing.
    assertThat(after.others().stream().filter(before.others()::contains))
        .isEqualTo(before.others());
    assertThat(after.audioHash()).isEqualTo(before.audioHash());
    for (TagField field : TagField.values()) {
      FieldState was = before.fields().get(field);
      FieldState is = after.fields().get(field);
      // Where no tag was made, an older one speaks on, which is not written.
      boolean inOlderTag = was.absent() && is.absent() && after.format().equals("no tag");
      assertThat(is.values())
          .as(field.word())
          .isEqualTo(inOlderTag ? was.values() : wishes.getOrDefault(field, was.values()));
    }
    return OptionalLong.of(run.id());
  }

  private void undo(Path file, long run, byte[] bytes) throws Exception {
    UndoReport report = new Undo(journal, CODECS, WRITER).undo(run, false, UndoListener.NONE);
    assertThat(report.failed()).isZero();
    assertThat(report.conflicting()).isZero();
    assertSame(file, bytes);
  }

  /** Not isEqualTo, which would print both files. */
  private static void assertSame(Path file, byte[] bytes) throws Exception {
    assertThat(Arrays.mismatch(Files.readAllBytes(file), bytes))
        .as("first other byte")
        .isNegative();
  }

  /** Without its COMMENT, a file's DESCRIPTION would be its comment. */
  private static void assertRefusedRightly(
      TagException e, TagSnapshot before, Map<TagField, List<String>> wishes) {
    assertThat(e.code()).as(e.getMessage()).isEqualTo("unsupported-structure");
    assertThat(wishes.get(TagField.COMMENT)).as(e.getMessage()).isEmpty();
    assertThat(before.others()).anyMatch(item -> item.key().equalsIgnoreCase("DESCRIPTION"));
  }

  private static TagPlan plan(Path file, TagSnapshot before, Map<TagField, List<String>> wishes) {
    List<FieldChange> changes = new ArrayList<>();
    wishes.forEach(
        (field, after) ->
            changes.add(
                new FieldChange(
                    field, before.fields().get(field).values(), after, "for the test")));
    return new TagPlan(new Track(file, "test"), before, changes);
  }

  /** What each field shall hold: nothing, or some values; fields not named stay as they are. */
  @Provide
  Arbitrary<Map<TagField, List<String>>> wishes() {
    Arbitrary<List<String>> words =
        Arbitraries.of(
                "Jazz",
                "Drum & Bass",
                "w\u00e4rm",
                "\u6771\u4eac",
                "1988",
                "(Sic)",
                "x".repeat(700))
            .list()
            .uniqueElements()
            .ofMaxSize(3);
    Arbitrary<List<String>> texts =
        Arbitraries.of("note", "caf\u00e9\r\nline; line", " ", "\u6771", "y".repeat(1500), "a / b")
            .list()
            .uniqueElements()
            .ofMaxSize(2);
    return Combinators.combine(
            words.optional(0.7), words.optional(0.7), texts.optional(0.7), texts.optional(0.7))
        .as(ApplyAndUndoProperties::wishes);
  }

  private static Map<TagField, List<String>> wishes(
      Optional<List<String>> genre,
      Optional<List<String>> mood,
      Optional<List<String>> comment,
      Optional<List<String>> provenance) {
    Map<TagField, List<String>> wishes = new EnumMap<>(TagField.class);
    genre.ifPresent(values -> wishes.put(TagField.GENRE, values));
    mood.ifPresent(values -> wishes.put(TagField.MOOD, values));
    comment.ifPresent(values -> wishes.put(TagField.COMMENT, values));
    provenance.ifPresent(values -> wishes.put(TagField.PROVENANCE, values));
    return wishes;
  }

  @Provide
  Arbitrary<byte[]> mp3s() {
    return Arbitraries.of(Build.values()).flatMap(GeneratedId3::mp3);
  }

  @Provide
  Arbitrary<byte[]> wavs() {
    return GeneratedId3.wav();
  }

  @Provide
  Arbitrary<byte[]> aiffs() {
    return GeneratedId3.aiff();
  }

  @Provide
  Arbitrary<byte[]> flacs() {
    return GeneratedComments.flac();
  }

  @Provide
  Arbitrary<byte[]> vorbises() {
    return GeneratedComments.vorbis();
  }

  @Provide
  Arbitrary<byte[]> opuses() {
    return GeneratedComments.opus();
  }

  @Provide
  Arbitrary<byte[]> mp4s() {
    return GeneratedItems.mp4();
  }
}
