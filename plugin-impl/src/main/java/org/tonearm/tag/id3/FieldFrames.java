package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/**
 * Which frames carry genre and mood, what they say, and how they are written. Genre: TCON. Mood:
 * TMOO, and any TXXX whose description is MOOD or the profile's, in any case.
 */
final class FieldFrames {
  private static final String MOOD_ID = "TMOO";
  private static final String MOOD_DESCRIPTION = "MOOD";
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
    boolean mood =
        frame.id().equals(MOOD_ID)
            || (frame.id().equals(tag.version().userTextId()) && isMood(description(frame, tag)));
    return mood ? Optional.of(TagField.MOOD) : Optional.empty();
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
    Optional<String> description =
        old.id().equals(tag.version().userTextId())
            ? Optional.of(description(old, tag))
            : Optional.empty();
    return build(tag, old.id(), old.statusFlags(), description, field, values);
  }

  /** The frame that carries the field where none did. */
  Id3Frame fresh(Id3Tag tag, TagField field, List<String> values) throws StructureException {
    if (field == TagField.GENRE) {
      return build(tag, tag.version().genreId(), 0, Optional.empty(), field, values);
    }
    return tag.version() == Id3Version.V2_4
        ? build(tag, MOOD_ID, 0, Optional.empty(), field, values)
        : build(
            tag,
            tag.version().userTextId(),
            0,
            Optional.of(profile.moodDescription()),
            field,
            values);
  }

  private Id3Frame build(
      Id3Tag tag,
      String id,
      int statusFlags,
      Optional<String> description,
      TagField field,
      List<String> values)
      throws StructureException {
    List<String> literal =
        field == TagField.GENRE ? values.stream().map(Id3Genres::literal).toList() : values;
    List<String> said =
        tag.version() == Id3Version.V2_4
            ? literal
            : List.of(String.join(profile.separator(), literal));
    List<String> strings = Stream.concat(description.stream(), said.stream()).toList();
    return FrameBuilder.build(tag, id, statusFlags, FrameText.encode(tag.version(), strings));
  }

  private List<String> valuesOf(Id3Frame frame, Id3Tag tag, TagField field)
      throws StructureException {
    List<String> strings = FrameText.decode(content(frame, tag));
    if (frame.id().equals(tag.version().userTextId())) {
      strings = strings.subList(1, strings.size());
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

  private boolean isMood(String description) {
    String stripped = description.strip();
    return stripped.equalsIgnoreCase(MOOD_DESCRIPTION)
        || stripped.equalsIgnoreCase(profile.moodDescription());
  }

  private static String description(Id3Frame frame, Id3Tag tag) {
    try {
      return FrameText.decode(content(frame, tag), 1, 1).get(0);
    } catch (StructureException e) {
      return "";
    }
  }

  private static byte[] content(Id3Frame frame, Id3Tag tag) throws StructureException {
    boolean unsynchronised = (tag.flags() & Id3Tag.FLAG_UNSYNCHRONISED) != 0;
    return FrameContent.of(frame, unsynchronised)
        .orElseThrow(
            () ->
                StructureException.unsupported(
                    "the frame " + frame.id() + " is encrypted or does not unpack",
                    "Write the field anew with another tag editor."));
  }
}
