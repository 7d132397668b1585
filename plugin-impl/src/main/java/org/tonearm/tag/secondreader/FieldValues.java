package org.tonearm.tag.secondreader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jaudiotagger.tag.TagTextField;
import org.jaudiotagger.tag.id3.AbstractID3v2Frame;
import org.jaudiotagger.tag.id3.AbstractID3v2Tag;
import org.jaudiotagger.tag.id3.ID3v22Tag;
import org.jaudiotagger.tag.id3.ID3v23Tag;
import org.jaudiotagger.tag.id3.framebody.AbstractFrameBodyTextInfo;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTCON;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/** Finds genre and mood in jaudiotagger's kinds of tag. */
final class FieldValues {
  private static final String MOOD = "MOOD";

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
    if (tag == null) {
      return Map.of(TagField.GENRE, List.of(), TagField.MOOD, List.of());
    }
    List<String> genre = new ArrayList<>();
    UnaryOperator<String> words = genreWords(tag);
    for (String id : List.of("TCON", "TCO")) {
      bodies(tag, id).forEach(body -> addText(body, words, genre));
    }
    List<String> mood = new ArrayList<>();
    bodies(tag, "TMOO").forEach(body -> addText(body, UnaryOperator.identity(), mood));
    if (mood.isEmpty()) {
      for (String id : List.of("TXXX", "TXX")) {
        bodies(tag, id).stream()
            .filter(body -> body instanceof FrameBodyTXXX text && isMood(text.getDescription()))
            .forEach(body -> addText(body, UnaryOperator.identity(), mood));
      }
    }
    return Map.of(TagField.GENRE, genre, TagField.MOOD, mood);
  }

  /** Of Vorbis comments. */
  Map<TagField, List<String>> ofComments(VorbisCommentTag tag) {
    return Map.of(
        TagField.GENRE, texts(tag == null ? List.of() : tag.getFields("GENRE")),
        TagField.MOOD, texts(tag == null ? List.of() : tag.getFields(MOOD)));
  }

  private List<AbstractFrameBodyTextInfo> bodies(AbstractID3v2Tag tag, String id) {
    List<AbstractFrameBodyTextInfo> bodies = new ArrayList<>();
    for (org.jaudiotagger.tag.TagField field : tag.getFields(id)) {
      if (field instanceof AbstractID3v2Frame frame
          && frame.getBody() instanceof AbstractFrameBodyTextInfo text) {
        bodies.add(text);
      }
    }
    return bodies;
  }

  private void addText(
      AbstractFrameBodyTextInfo body, UnaryOperator<String> words, List<String> values) {
    for (String value : body.getValues()) {
      split(value).forEach(part -> values.add(words.apply(part)));
    }
  }

  private List<String> texts(List<org.jaudiotagger.tag.TagField> fields) {
    List<String> values = new ArrayList<>();
    for (org.jaudiotagger.tag.TagField field : fields) {
      if (field instanceof TagTextField text) {
        values.addAll(split(text.getContent()));
      }
    }
    return values;
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
