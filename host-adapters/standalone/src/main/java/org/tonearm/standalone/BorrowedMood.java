package org.tonearm.standalone;

import java.util.EnumMap;
import java.util.Map;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.tag.TagField;

/**
 * Whether a collection's place for a mood may be changed. A host that shows no mood has none of its
 * own: the place is the user's grouping, which may hold sets, energy or titles of works. It is
 * filled, and changed only where it holds moods alone, since those are Tonearm's or as good as.
 *
 * @param borrowed whether the host has no mood of its own
 * @param heard knows words for moods
 */
record BorrowedMood(boolean borrowed, HeardValues heard) {

  static BorrowedMood of(HostAdapter host, HeardValues heard) {
    return new BorrowedMood(host.moodPlace().kind() != MoodPlace.Kind.FIELD, heard);
  }

  /** The values that may be changed. */
  Map<TagField, String> open(Map<TagField, String> values) {
    String mood = values.getOrDefault(TagField.MOOD, "");
    if (!borrowed || mood.isEmpty() || heard.saysMoodsAlone(mood)) {
      return values;
    }
    Map<TagField, String> others = new EnumMap<>(values);
    others.remove(TagField.MOOD);
    return others;
  }
}
