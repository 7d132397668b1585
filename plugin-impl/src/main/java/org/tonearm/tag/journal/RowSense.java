package org.tonearm.tag.journal;

import java.io.UncheckedIOException;
import java.util.Map;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/** Whether a row that was read out of a damaged journal can be what was once written into it. */
final class RowSense {
  private RowSense() {}

  /** Reads values out of a row, and throws where there is no sense in them. */
  @FunctionalInterface
  private interface Reading {
    void read();
  }

  static boolean ofEntry(Map<String, Object> row) {
    return of(
        () -> {
          PathText.path(text(row, "path"));
          PathText.path(text(row, "temporary"));
          EntryState.valueOf(text(row, "state"));
          Json.read(text(row, "profile"), TagProfile.class);
          Json.read(text(row, "original"), FileIdentity.class);
          if (row.get("copy") != null) {
            Json.read(text(row, "copy"), FileIdentity.class);
          }
        });
  }

  static boolean ofField(Map<String, Object> row) {
    if (!(row.get("before_raw") instanceof byte[])
        || (row.get("after_values") != null && !(row.get("after_raw") instanceof byte[]))) {
      return false;
    }
    return of(
        () -> {
          TagField.valueOf(text(row, "field"));
          Json.strings(text(row, "before_values"));
          Json.strings(text(row, "intended"));
          if (row.get("after_values") != null) {
            Json.strings(text(row, "after_values"));
          }
        });
  }

  private static boolean of(Reading reading) {
    try {
      reading.read();
      return true;
    } catch (IllegalArgumentException
        | NullPointerException
        | ClassCastException
        | UncheckedIOException e) {
      return false;
    }
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) row.get(column);
  }
}
