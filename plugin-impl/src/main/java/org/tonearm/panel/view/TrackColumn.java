package org.tonearm.panel.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.TrackOrder;
import org.tonearm.panel.TrackRow;

/** The columns of the table of tracks. */
enum TrackColumn {
  TITLE("column.title", 170),
  ARTIST("column.artist", 145),
  GENRE("column.genre", 90),
  NEW_GENRE("column.new-genre", 100),
  GENRE_SURE("column.genre-sure", 100),
  MOOD("column.mood", 85),
  NEW_MOOD("column.new-mood", 105),
  MOOD_SURE("column.mood-sure", 115),
  STATUS("column.status", 135),
  PATH("column.path", 100);

  final String key;
  final int width;

  TrackColumn(String key, int width) {
    this.key = key;
    this.width = width;
  }

  Object value(TrackRow row) {
    return switch (this) {
      case TITLE -> row.title();
      case ARTIST -> row.file().credits().artist();
      case GENRE -> row.current(TagField.GENRE);
      case NEW_GENRE -> row.proposed(TagField.GENRE);
      case GENRE_SURE -> row.confidence(TagField.GENRE).orElse(-1);
      case MOOD -> row.current(TagField.MOOD);
      case NEW_MOOD -> row.proposed(TagField.MOOD);
      case MOOD_SURE -> row.confidence(TagField.MOOD).orElse(-1);
      case STATUS -> Standing.of(row);
      case PATH -> row.path().toString();
    };
  }

  /** Its place among the columns of the model. */
  int index() {
    return Arrays.asList(values()).indexOf(this);
  }

  boolean isProbability() {
    return this == GENRE_SURE || this == MOOD_SURE;
  }

  /** What tracks are put in order by. */
  TrackOrder<?> order() {
    if (isProbability()) {
      return new TrackOrder<>(row -> (Double) value(row), Comparator.naturalOrder());
    }
    return this == STATUS
        ? new TrackOrder<>(Standing::of, Comparator.naturalOrder())
        : new TrackOrder<>(
            row -> value(row).toString().toLowerCase(Locale.ROOT), Comparator.naturalOrder());
  }
}
