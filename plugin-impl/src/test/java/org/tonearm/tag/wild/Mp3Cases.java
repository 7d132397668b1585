package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonearm.tag.wild.Bytes.id3;
import static org.tonearm.tag.wild.Bytes.id3v1;
import static org.tonearm.tag.wild.Bytes.join;
import static org.tonearm.tag.wild.Bytes.latin;
import static org.tonearm.tag.wild.Bytes.mpeg;
import static org.tonearm.tag.wild.Bytes.noise;
import static org.tonearm.tag.wild.Bytes.text;
import static org.tonearm.tag.wild.Bytes.zeros;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** ID3 in all its states, and its neighbours. */
final class Mp3Cases {
  private static final String REFUSED = "unsupported-structure";
  private static final byte[] TAG = id3(4, 0, text(4, "TIT2", "Song"), zeros(200));
  private static final byte[] LYRICS =
      join(latin("LYRICSBEGININD0000200"), latin("000020LYRICS200"));

  private Mp3Cases() {}

  static List<WildCase> all() {
    return List.of(
        mp3("mp3: a tag of ID3v2.2", TAGGED, id3(2, 0, text(2, "TT2", "Song")), mpeg(4)),
        mp3(
            "mp3: an ID3v2.2 tag that is compressed as a whole",
            REFUSED,
            id3(2, 0x40, noise(50)),
            mpeg(4)),
        mp3(
            "mp3: an unsynchronised tag",
            TAGGED,
            id3(3, 0x80, text(3, "TIT2", "Song"), picture()),
            mpeg(4)),
        mp3(
            "mp3: an extended header",
            TAGGED,
            id3(3, 0x40, Bytes.of(0, 0, 0, 6, 0, 0, 0, 0, 0, 0), text(3, "TIT2", "a")),
            mpeg(4)),
        mp3(
            "mp3: an ID3v2.4 tag with a footer",
            TAGGED,
            id3(4, 0x10, text(4, "TIT2", "Song")),
            mpeg(4)),
        mp3(
            "mp3: an ID3 tag that can't be parsed",
            "malformed-tag",
            id3(3, 0, text(3, "TIT2", "Song"), noise(40)),
            mpeg(4)),
        mp3(
            "mp3: an ID3 tag whose size is written in plain bytes",
            "malformed-tag",
            latin("ID3\3\0\0\0\0\0\u00c8"),
            text(3, "TIT2", "Song"),
            zeros(185),
            mpeg(4)),
        mp3("mp3: several ID3v2 tags, one behind the other", REFUSED, TAG, TAG, mpeg(4)),
        mp3("mp3: an ID3v2 tag behind stray bytes", REFUSED, zeros(7), TAG, mpeg(4)),
        mp3("mp3: an ID3v2 tag in the middle of the audio", TAGGED, mpeg(400), TAG, mpeg(400)),
        mp3("mp3: an ID3v2 tag at the end of the file", REFUSED, mpeg(4), endTag()),
        mp3("mp3: an ID3v1 tag beside ID3v2", TAGGED, TAG, mpeg(4), id3v1()),
        mp3("mp3: an ID3v1 tag alone", TAGGED, mpeg(4), id3v1()),
        new WildCase(
            "mp3: an APE tag with a genre or mood of its own", TAGGED, f -> ape(f, "Genre", 1)),
        new WildCase("mp3: an APE tag without them", TAGGED, f -> ape(f, "Title", 0)),
        mp3("mp3: Lyrics3 and ID3v1", TAGGED, TAG, mpeg(4), LYRICS, id3v1()),
        mp3("mp3: other bytes behind the audio", TAGGED, TAG, mpeg(4), noise(999)),
        new WildCase("mp3: a tag with room enough", TAGGED, Mp3Cases::room));
  }

  private static WildCase mp3(String row, String outcome, byte[]... parts) {
    return WildCase.file(row, outcome, "song.mp3", join(parts));
  }

  /** Holds a false sync that is stuffed. */
  private static byte[] picture() {
    return join(
        latin("APIC"),
        Bytes.of(0, 0, 0, 17),
        zeros(2),
        latin("\0image/png\0\3\0"),
        Bytes.of(0xFF, 0, 0xE5, 1, 2));
  }

  private static byte[] endTag() {
    byte[] tag = id3(4, 0x10, text(4, "TIT2", "Song"));
    return tag;
  }

  private static String ape(Path folder, String key, int warnings) throws Exception {
    Tagger tagger = new Tagger();
    String outcome =
        tagger.tag(Tagger.file(folder, "song.mp3", join(TAG, mpeg(4), Bytes.ape(key, "Metal"))));
    assertThat(tagger.warnings()).hasSize(warnings).allMatch(told -> told.contains("APE"));
    return outcome;
  }

  private static String room(Path folder) throws Exception {
    byte[] before = join(TAG, mpeg(4));
    Path file = Tagger.file(folder, "song.mp3", before);
    String outcome = new Tagger().tag(file);
    byte[] after = Files.readAllBytes(file);
    assertThat(after).hasSameSizeAs(before);
    assertThat(Arrays.copyOfRange(after, TAG.length, after.length))
        .isEqualTo(Arrays.copyOfRange(before, TAG.length, before.length));
    return outcome;
  }
}
