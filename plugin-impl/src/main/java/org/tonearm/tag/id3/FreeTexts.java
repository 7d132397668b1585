package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * Sets a field of free text that a tag already has. The n-th text that the frames say gives way to
 * the n-th value, in every frame that says it; surplus texts to the last value. So comments in
 * several languages stay apart, no frame is lost, and no two disagree that agreed before.
 */
final class FreeTexts {
  private final Id3Tag tag;
  private final TagField field;
  private final FieldFrames fields;

  FreeTexts(Id3Tag tag, TagField field, FieldFrames fields) {
    this.tag = tag;
    this.field = field;
    this.fields = fields;
  }

  /** The frames with the field set; those whose texts stay the same keep their bytes. */
  List<Id3Frame> replaced(List<Id3Frame> frames, List<String> values) throws StructureException {
    List<String> old = texts(frames);
    List<Id3Frame> changed = new ArrayList<>(frames);
    for (int i = 0; i < changed.size(); i++) {
      if (fields.carries(frames.get(i), tag, field)) {
        List<String> said = fields.valuesOf(frames.get(i), tag, field);
        List<String> to = old.isEmpty() ? values : translated(said, old, values);
        if (!to.equals(said)) {
          changed.set(i, fields.rewritten(frames.get(i), tag, field, to));
        }
      }
    }
    return changed;
  }

  private List<String> texts(List<Id3Frame> frames) throws StructureException {
    Set<String> texts = new LinkedHashSet<>();
    for (Id3Frame frame : frames) {
      if (fields.carries(frame, tag, field)) {
        texts.addAll(fields.valuesOf(frame, tag, field));
      }
    }
    return List.copyOf(texts);
  }

  private static List<String> translated(List<String> said, List<String> old, List<String> values) {
    Set<String> to = new LinkedHashSet<>();
    for (String text : said) {
      int at = old.indexOf(text);
      to.add(values.get(Math.min(at, values.size() - 1)));
      if (at == old.size() - 1 && values.size() > old.size()) {
        to.addAll(values.subList(old.size(), values.size()));
      }
    }
    return List.copyOf(to);
  }
}
