package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.id3.OlderTag.Cover;
import org.tonearm.tag.id3.OlderTag.Said;
import org.tonearm.tag.id3.OlderTag.Text;

/**
 * What a tag that is made takes over from an {@link OlderTag}, so that programs which look at ID3v2
 * alone show what they showed before. The same texts give the same frames, so that an undo knows
 * them again.
 */
final class TakenOver {
  private static final List<Text> PLAIN =
      List.of(
          Text.TITLE,
          Text.ARTIST,
          Text.ALBUM,
          Text.ALBUM_ARTIST,
          Text.COMPOSER,
          Text.YEAR,
          Text.TRACK,
          Text.DISC);
  private static final List<Text> NAMED =
      List.of(
          Text.REPLAYGAIN_TRACK_GAIN,
          Text.REPLAYGAIN_TRACK_PEAK,
          Text.REPLAYGAIN_ALBUM_GAIN,
          Text.REPLAYGAIN_ALBUM_PEAK);
  private static final int FRONT_COVER = 3;
  private static final Pattern YEAR =
      Pattern.compile("((?!0000)[0-9]{4})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?");
  private static final Pattern TRACK = Pattern.compile("(?!0+(?:/|$))[0-9]{1,4}(?:/[0-9]{1,4})?");

  private final OlderTag older;
  private final TagProfile profile;

  TakenOver(OlderTag older, TagProfile profile) {
    this.older = older;
    this.profile = profile;
  }

  /** A tag that holds this and nothing else. */
  Id3Tag tag(Id3Version version) throws StructureException {
    Id3Tag made = Id3Tag.make(version);
    List<Id3Frame> frames = new ArrayList<>();
    for (Text text : PLAIN) {
      Said said = older.texts().get(text);
      List<String> values = said == null ? List.of() : fitting(text, said.values(), version);
      if (!values.isEmpty()) {
        byte[] body = FrameText.encode(version, values, said.latin1());
        frames.add(FrameBuilder.build(made, id(text, version), 0, body));
      }
    }
    for (Text text : NAMED) {
      Said said = older.texts().get(text);
      if (said != null) {
        List<String> strings = List.of(text.name(), said.values().get(0));
        byte[] body = FrameText.encode(version, strings, said.latin1());
        frames.add(FrameBuilder.build(made, version.userTextId(), 0, body));
      }
    }
    if (older.front().isPresent() && version != Id3Version.V2_2) {
      frames.add(FrameBuilder.build(made, "APIC", 0, picture(older.front().get())));
    }
    FieldFrames fields = new FieldFrames(profile);
    for (TagField field : TagField.values()) {
      List<String> values = older.values(field, profile);
      if (!values.isEmpty()) {
        frames.add(fields.takenOver(made, field, values, older.latin1(field)));
      }
    }
    return made.withFrames(frames);
  }

  /** True for a tag that says nothing beyond this, as one without frames. */
  boolean isAllOf(Id3Tag tag) throws StructureException {
    List<Id3Frame> mine = tag(tag.version()).frames();
    return tag.frames().stream()
        .allMatch(
            frame -> mine.stream().anyMatch(own -> Arrays.equals(own.bytes(), frame.bytes())));
  }

  /** ID3v2.4.0, 4.14: encoding, kind of file, kind of picture, description, the file. */
  private static byte[] picture(Cover cover) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(0);
    body.writeBytes(cover.mime().getBytes(StandardCharsets.US_ASCII));
    body.write(0);
    body.write(FRONT_COVER);
    body.write(0);
    body.writeBytes(cover.image());
    return body.toByteArray();
  }

  /** A year and a number must have the form that the standards ask for. */
  private List<String> fitting(Text text, List<String> values, Id3Version version) {
    String first = values.get(0);
    if (text == Text.TRACK || text == Text.DISC) {
      return TRACK.matcher(first).matches() ? List.of(first) : List.of();
    }
    if (text == Text.YEAR) {
      Matcher year = YEAR.matcher(first);
      if (!year.matches()) {
        return List.of();
      }
      return List.of(version == Id3Version.V2_4 ? first : year.group(1));
    }
    return version == Id3Version.V2_4 ? values : List.of(String.join(profile.separator(), values));
  }

  private static String id(Text text, Id3Version version) {
    boolean old = version == Id3Version.V2_2;
    return switch (text) {
      case TITLE -> old ? "TT2" : "TIT2";
      case ARTIST -> old ? "TP1" : "TPE1";
      case ALBUM -> old ? "TAL" : "TALB";
      case ALBUM_ARTIST -> old ? "TP2" : "TPE2";
      case COMPOSER -> old ? "TCM" : "TCOM";
      case TRACK -> old ? "TRK" : "TRCK";
      case DISC -> old ? "TPA" : "TPOS";
      case YEAR -> old ? "TYE" : version == Id3Version.V2_4 ? "TDRC" : "TYER";
      case GENRE, MOOD, COMMENT -> throw new IllegalArgumentException(text + " is a field");
      case REPLAYGAIN_TRACK_GAIN,
          REPLAYGAIN_TRACK_PEAK,
          REPLAYGAIN_ALBUM_GAIN,
          REPLAYGAIN_ALBUM_PEAK ->
          throw new IllegalArgumentException(text + " has no frame of its own");
    };
  }
}
