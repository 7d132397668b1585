package org.tonearm.tag.id3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.mp4.Mp4Codec;
import org.tonearm.tag.secondreader.JaudiotaggerReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.tag.xiph.FlacCodec;
import org.tonearm.tag.xiph.OggCodec;

/** FFmpeg makes files; mutagen and Kid3 read the comment and the provenance written into them. */
class FreeTextOracleTest {
  private static final String COMMENT = "First line\nsecond; \u00fcn\u00ef, not split ";
  private static final String LONG = "z\u00e4h; ".repeat(20_000);
  private static final String PROVENANCE = "tonearm 0.2; rhythm-small 3; genre=0.91";

  @TempDir Path folder;

  private final CodecRegistry codecs =
      new CodecRegistry(
          List.of(
              new Mp3Codec(),
              new WavCodec(),
              new AiffCodec(),
              new FlacCodec(),
              new OggCodec(),
              new Mp4Codec()));

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "wav", "aiff", "flac", "ogg", "opus", "m4a"})
  void othersReadWhatIsWritten(String extension) throws Exception {
    Program mutagen = Program.mutagen("read_free_text.py", folder);
    Program kid3 = Program.kid3();
    Path song = song(extension);

    write(song, COMMENT, 4);

    assertThat(said(mutagen, song)).containsExactly(COMMENT, PROVENANCE);
    assertThat(kid3.run("-c", "get Comment", song.toString())).contains("second; \u00fcn\u00ef");
    assertThat(kid3.run("-c", "get TONEARM", song.toString())).contains(PROVENANCE);

    write(song, LONG, 4);

    assertThat(said(mutagen, song)).containsExactly(LONG, PROVENANCE);
    assertSecondReaderAgrees(song, LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "wav", "aiff"})
  void othersReadWhatIsWrittenIntoAnOlderTag(String extension) throws Exception {
    Program mutagen = Program.mutagen("read_free_text.py", folder);
    Path song = song(extension);

    write(song, COMMENT, 3);
    assertThat(said(mutagen, song)).containsExactly(COMMENT, PROVENANCE);
    assertSecondReaderAgrees(song, COMMENT);
    write(song, "plain\nASCII", 3);

    assertThat(said(mutagen, song)).containsExactly("plain\nASCII", PROVENANCE);
  }

  private Path song(String extension) {
    Path song = folder.resolve("song." + extension);
    Program.ffmpeg()
        .run("-v", "fatal", "-f", "lavfi", "-i", "aevalsrc=sin(900*t*t):d=2", song.toString());
    return song;
  }

  private void write(Path song, String comment, int version) throws Exception {
    TagProfile profile = new TagProfile("; ", "MOOD", version, TagProfile.ModificationTime.KEPT);
    TagCodec codec = codecs.codecFor(song);
    JaudiotaggerReader second = new JaudiotaggerReader(profile);
    List<FieldChange> changes =
        List.of(
            new FieldChange(TagField.COMMENT, List.of(), List.of(comment), "for the test"),
            new FieldChange(TagField.PROVENANCE, List.of(), List.of(PROVENANCE), "for the test"));
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      TagPlan plan = new TagPlan(new Track(song, "test"), codec.read(song, profile), changes);
      new TagWriter(codecs, second::read)
          .write(plan, profile, WriteOptions.DEFAULT, journal.begin("tag"));
    }
  }

  /** It has no opinion on Opus, nor on the values of MP4. */
  private static void assertSecondReaderAgrees(Path song, String comment) throws Exception {
    Map<TagField, List<String>> seen = new JaudiotaggerReader().read(song).orElse(Map.of());
    if (!seen.isEmpty()) {
      assertThat(seen)
          .containsEntry(TagField.COMMENT, List.of(comment))
          .containsEntry(TagField.PROVENANCE, List.of(PROVENANCE));
    }
    assertThat(seen.isEmpty()).isEqualTo(song.toString().matches(".*(opus|m4a)"));
  }

  private static List<String> said(Program mutagen, Path song) throws Exception {
    assertThat(Files.size(song)).isPositive();
    String[] parts = mutagen.run(song.toString()).strip().split("\t", -1);
    return Stream.of(parts[1], parts[2])
        .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
        .toList();
  }
}
