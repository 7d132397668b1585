package org.tonearm.tag.secondreader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jaudiotagger.tag.TagTextField;
import org.jaudiotagger.tag.datatype.DataTypes;
import org.jaudiotagger.tag.datatype.TextEncodedStringSizeTerminated;
import org.jaudiotagger.tag.id3.AbstractID3v2Frame;
import org.jaudiotagger.tag.id3.AbstractID3v2Tag;
import org.jaudiotagger.tag.id3.ID3v22Tag;
import org.jaudiotagger.tag.id3.ID3v23Tag;
import org.jaudiotagger.tag.id3.framebody.AbstractFrameBodyTextInfo;
import org.jaudiotagger.tag.id3.framebody.FrameBodyCOMM;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTCON;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/** Finds the fields in jaudiotagger's kinds of tag. */
final class FieldValues {
  private static final String MOOD = "MOOD";
  private static final String PROVENANCE = "TONEARM";

  private final TagProfile profile;

  FieldValues(TagProfile profile) {
    this.profile = profile;
  }

  /**
   * Of an ID3v2 tag.
   *
   * @param tag null if the file has none
   */
  Map<TagField, List<String>> ofId3(AbstractID3v2Tag tag) {
    Map<TagField, List<String>> fields = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      fields.put(field, tag == null ? List.of() : ofId3(tag, field));
    }
    return fields;
  }

  private List<String> ofId3(AbstractID3v2Tag tag, TagField field) {
    return switch (field) {
      case GENRE -> texts(bodies(tag, "TCON", "TCO"), genreWords(tag));
      case MOOD -> {
        List<String> mood = texts(bodies(tag, "TMOO"), UnaryOperator.identity());
        yield mood.isEmpty() ? texts(described(tag, this::isMood), UnaryOperator.identity()) : mood;
      }
      case COMMENT -> comments(tag);
      case PROVENANCE ->
          said(
              described(tag, PROVENANCE::equalsIgnoreCase).stream()
                  .map(AbstractFrameBodyTextInfo::getValues)
                  .toList());
    };
  }

  /** Of Vorbis comments. */
  Map<TagField, List<String>> ofComments(VorbisCommentTag tag) {
    Map<TagField, List<String>> fields = new EnumMap<>(TagField.class);
    fields.put(TagField.GENRE, words(contents(tag, "GENRE")));
    fields.put(TagField.MOOD, words(contents(tag, MOOD)));
    List<String> comment = contents(tag, "COMMENT");
    fields.put(TagField.COMMENT, comment.isEmpty() ? contents(tag, "DESCRIPTION") : comment);
    fields.put(TagField.PROVENANCE, contents(tag, PROVENANCE));
    return fields;
  }

  private static List<String> contents(VorbisCommentTag tag, String key) {
    List<String> contents = new ArrayList<>();
    if (tag != null) {
      for (org.jaudiotagger.tag.TagField field : tag.getFields(key)) {
        if (field instanceof TagTextField text && !text.getContent().isEmpty()) {
          contents.add(text.getContent());
        }
      }
    }
    return contents;
  }

  private static List<String> comments(AbstractID3v2Tag tag) {
    List<List<String>> said = new ArrayList<>();
    for (String id : List.of("COMM", "COM")) {
      for (org.jaudiotagger.tag.TagField field : tag.getFields(id)) {
        if (field instanceof AbstractID3v2Frame frame
            && frame.getBody() instanceof FrameBodyCOMM comment
            && comment.getDescription().isEmpty()
            && comment.getObject(DataTypes.OBJ_TEXT) instanceof TextEncodedStringSizeTerminated t) {
          said.add(t.getValues());
        }
      }
    }
    return said(said);
  }

  /** All that frames say; what several of them say counts once. */
  private static List<String> said(List<List<String>> frames) {
    List<List<String>> different =
        frames.stream()
            .map(values -> values.stream().filter(value -> !value.isEmpty()).toList())
            .filter(values -> !values.isEmpty())
            .distinct()
            .toList();
    return different.size() == 1
        ? different.get(0)
        : different.stream().flatMap(List::stream).distinct().toList();
  }

  private static List<AbstractFrameBodyTextInfo> described(
      AbstractID3v2Tag tag, Predicate<String> description) {
    return bodies(tag, "TXXX", "TXX").stream()
        .filter(
            body ->
                body instanceof FrameBodyTXXX text
                    && description.test(text.getDescription().strip()))
        .toList();
  }

  private static List<AbstractFrameBodyTextInfo> bodies(AbstractID3v2Tag tag, String... ids) {
    List<AbstractFrameBodyTextInfo> bodies = new ArrayList<>();
    for (String id : ids) {
      for (org.jaudiotagger.tag.TagField field : tag.getFields(id)) {
        if (field instanceof AbstractID3v2Frame frame
            && frame.getBody() instanceof AbstractFrameBodyTextInfo text) {
          bodies.add(text);
        }
      }
    }
    return bodies;
  }

  private List<String> texts(List<AbstractFrameBodyTextInfo> bodies, UnaryOperator<String> word) {
    return said(
        bodies.stream().map(body -> words(body.getValues()).stream().map(word).toList()).toList());
  }

  private List<String> words(List<String> texts) {
    return texts.stream().flatMap(text -> split(text).stream()).toList();
  }

  private List<String> split(String text) {
    List<String> parts =
        profile.separator().isBlank()
            ? List.of(text)
            : List.of(text.split(Pattern.quote(profile.separator())));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private boolean isMood(String description) {
    return description.equalsIgnoreCase(MOOD)
        || description.equalsIgnoreCase(profile.moodDescription());
  }

  private static UnaryOperator<String> genreWords(AbstractID3v2Tag tag) {
    if (tag instanceof ID3v22Tag) {
      return FrameBodyTCON::convertID3v22GenreToGeneric;
    }
    return tag instanceof ID3v23Tag
        ? FrameBodyTCON::convertID3v23GenreToGeneric
        : FrameBodyTCON::convertID3v24GenreToGeneric;
  }
}
