package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;

/**
 * Which frames carry which field, what they say, and how they are written. Genre: TCON. Mood: TMOO,
 * and any TXXX whose description is MOOD or the profile's, in any case. Comment: any COMM without
 * description. Provenance: TXXX with the description TONEARM, in any case.
 */
final class FieldFrames {
  private static final String MOOD_ID = "TMOO";
  private static final String MOOD_DESCRIPTION = "MOOD";
  private static final String PROVENANCE_DESCRIPTION = "TONEARM";
  private static final Pattern SEMICOLON = Pattern.compile(";");

  private final TagProfile profile;

  FieldFrames(TagProfile profile) {
    this.profile = profile;
  }

  /** The field that a frame carries, if any. */
  Optional<TagField> fieldOf(Id3Frame frame, Id3Tag tag) {
    if (frame.id().equals(tag.version().genreId())) {
      return Optional.of(TagField.GENRE);
    }
    if (frame.id().equals(MOOD_ID)) {
      return Optional.of(TagField.MOOD);
    }
    if (frame.id().equals(tag.version().userTextId())) {
      return fieldOf(description(frame, tag).strip());
    }
    return comment(frame, tag).map(comment -> TagField.COMMENT);
  }

  private Optional<TagField> fieldOf(String description) {
    if (description.equalsIgnoreCase(MOOD_DESCRIPTION)
        || description.equalsIgnoreCase(profile.moodDescription())) {
      return Optional.of(TagField.MOOD);
    }
    return description.equalsIgnoreCase(PROVENANCE_DESCRIPTION)
        ? Optional.of(TagField.PROVENANCE)
        : Optional.empty();
  }

  boolean carries(Id3Frame frame, Id3Tag tag, TagField field) {
    return fieldOf(frame, tag).filter(field::equals).isPresent();
  }

  /**
   * A field's values over all its frames. Frames that say the same count once; where they differ,
   * all that is said, in file order.
   */
  List<String> values(Id3Tag tag, TagField field) throws StructureException {
    List<List<String>> said = new ArrayList<>();
    for (Id3Frame frame : tag.frames()) {
      if (carries(frame, tag, field)) {
        List<String> values = valuesOf(frame, tag, field);
        if (!values.isEmpty() && !said.contains(values)) {
          said.add(values);
        }
      }
    }
    if (said.size() == 1) {
      return said.get(0);
    }
    return List.copyOf(new LinkedHashSet<>(said.stream().flatMap(List::stream).toList()));
  }

  /** A frame of the same kind as {@code old}, and in its spelling, that holds these values. */
  Id3Frame rewritten(Id3Frame old, Id3Tag tag, TagField field, List<String> values)
      throws StructureException {
    if (field == TagField.COMMENT) {
      CommentFrame comment = new CommentFrame(comment(old, tag).orElseThrow().language(), values);
      return build(tag, old, comment.strings(), Optional.of(comment));
    }
    List<String> said = said(tag.version(), field, values);
    if (old.id().equals(tag.version().userTextId())) {
      said = Stream.concat(Stream.of(description(old, tag)), said.stream()).toList();
    }
    return field.isFreeText()
        ? build(tag, old, said, Optional.empty())
        : FrameBuilder.build(
            tag, old.id(), old.statusFlags(), FrameText.encode(tag.version(), said));
  }

  /** The frame that carries the field where none did. */
  Id3Frame fresh(Id3Tag tag, TagField field, List<String> values) throws StructureException {
    return takenOver(tag, field, values, false);
  }

  /**
   * The same of values that another tag says.
   *
   * @param latin1 whether they were taken as Latin-1, and are to keep their bytes
   */
  Id3Frame takenOver(Id3Tag tag, TagField field, List<String> values, boolean latin1)
      throws StructureException {
    Id3Version version = tag.version();
    if (field == TagField.COMMENT) {
      CommentFrame comment = CommentFrame.of(values);
      byte[] encoded = FrameText.encode(version, comment.strings(), latin1);
      return FrameBuilder.build(tag, version.commentId(), 0, comment.withLanguage(encoded));
    }
    List<String> said = said(version, field, values);
    String id = field == TagField.GENRE ? version.genreId() : MOOD_ID;
    if (field == TagField.PROVENANCE || (field == TagField.MOOD && version != Id3Version.V2_4)) {
      id = version.userTextId();
      String description =
          field == TagField.MOOD ? profile.moodDescription() : PROVENANCE_DESCRIPTION;
      said = Stream.concat(Stream.of(description), said.stream()).toList();
    }
    return FrameBuilder.build(tag, id, 0, FrameText.encode(version, said, latin1));
  }

  /** The strings of a frame that says these values. */
  private List<String> said(Id3Version version, TagField field, List<String> values) {
    List<String> literal =
        field == TagField.GENRE ? values.stream().map(Id3Genres::literal).toList() : values;
    return version == Id3Version.V2_4 || field.isFreeText()
        ? profile.texts(TagKind.ID3, field, literal)
        : List.of(String.join(profile.separator(), literal));
  }

  /** A frame in the encoding of an old one, wherever that can be. */
  private static Id3Frame build(
      Id3Tag tag, Id3Frame old, List<String> strings, Optional<CommentFrame> comment)
      throws StructureException {
    byte[] text = FrameText.encodeAs(content(old, tag)[0], tag.version(), strings);
    if (tag.version() == Id3Version.V2_4 && unsynchronised(tag) && holds0xFF(text)) {
      // Readers would take bytes for stuffing that are none; ASCII and UTF-8 are safe.
      text = FrameText.encode(tag.version(), strings);
    }
    byte[] encoded = text;
    return FrameBuilder.build(
        tag,
        old.id(),
        old.statusFlags(),
        comment.map(of -> of.withLanguage(encoded)).orElse(encoded));
  }

  private static boolean holds0xFF(byte[] text) {
    for (byte b : text) {
      if (b == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  /** What one frame says. */
  List<String> valuesOf(Id3Frame frame, Id3Tag tag, TagField field) throws StructureException {
    if (field == TagField.COMMENT) {
      return notEmpty(comment(frame, tag).orElseThrow().texts());
    }
    List<String> strings = FrameText.decode(content(frame, tag));
    if (frame.id().equals(tag.version().userTextId())) {
      strings = strings.subList(1, strings.size());
    }
    if (field.isFreeText()) {
      return notEmpty(strings);
    }
    List<String> values = new ArrayList<>();
    for (String string : strings) {
      for (String part : split(string, tag.version())) {
        if (field == TagField.GENRE) {
          values.addAll(Id3Genres.words(part));
        } else if (!part.isBlank()) {
          values.add(part.strip());
        }
      }
    }
    return values;
  }

  /** Before ID3v2.4, where values must share one string, a bare semicolon separates them too. */
  private List<String> split(String string, Id3Version version) {
    List<String> parts = List.of(string);
    if (!profile.separator().isBlank()) {
      parts = List.of(string.split(Pattern.quote(profile.separator())));
    }
    if (version != Id3Version.V2_4) {
      parts = parts.stream().flatMap(SEMICOLON::splitAsStream).toList();
    }
    return parts;
  }

  private static List<String> notEmpty(List<String> strings) {
    return strings.stream().filter(string -> !string.isEmpty()).toList();
  }

  /** A comment frame without description; one that can't be read is nobody's field. */
  private static Optional<CommentFrame> comment(Id3Frame frame, Id3Tag tag) {
    return frame.id().equals(tag.version().commentId())
        ? FrameContent.of(frame, unsynchronised(tag)).flatMap(CommentFrame::read)
        : Optional.empty();
  }

  private static String description(Id3Frame frame, Id3Tag tag) {
    try {
      return FrameText.decode(content(frame, tag), 1, 1).get(0);
    } catch (StructureException e) {
      return "";
    }
  }

  private static byte[] content(Id3Frame frame, Id3Tag tag) throws StructureException {
    return FrameContent.of(frame, unsynchronised(tag))
        .orElseThrow(
            () ->
                StructureException.unsupported(
                    "the frame " + frame.id() + " is encrypted or does not unpack",
                    "Write the field anew with another tag editor."));
  }

  private static boolean unsynchronised(Id3Tag tag) {
    return (tag.flags() & Id3Tag.FLAG_UNSYNCHRONISED) != 0;
  }
}
