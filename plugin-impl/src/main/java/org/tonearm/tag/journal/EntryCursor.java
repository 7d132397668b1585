package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.prepare;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Goes through selected entries, however many, in little memory: they are read page by page, and
 * nothing stays open or locked between two pages, so the journal may be written to meanwhile. An
 * entry is as it was when its page was read. Used by one thread.
 */
public final class EntryCursor {
  private static final int PAGE = 100;

  private final Database database;
  private final SelectionSql selection;
  private final boolean newestFirst;
  private final Deque<JournalEntry> page = new ArrayDeque<>();
  private long last;
  private boolean exhausted;

  EntryCursor(Database database, EntrySelection selection, boolean newestFirst) {
    this.database = database;
    this.selection = SelectionSql.of(selection);
    this.newestFirst = newestFirst;
    this.last = newestFirst ? Long.MAX_VALUE : 0;
  }

  /** The next entry; empty after the last one. */
  public Optional<JournalEntry> next() throws JournalException {
    if (page.isEmpty() && !exhausted) {
      page.addAll(read());
      exhausted = page.size() < PAGE;
    }
    Optional<JournalEntry> entry = Optional.ofNullable(page.poll());
    entry.ifPresent(e -> last = e.id());
    return entry;
  }

  private List<JournalEntry> read() throws JournalException {
    String sql =
        "SELECT * FROM "
            + selection.table()
            + " WHERE "
            + selection.condition()
            + (newestFirst
                ? " AND id < ? ORDER BY id DESC LIMIT ?"
                : " AND id > ? ORDER BY id LIMIT ?");
    List<Object> parameters = new ArrayList<>(selection.parameters());
    parameters.add(last);
    parameters.add(PAGE);
    return database.read(
        connection -> {
          List<JournalEntry> entries = new ArrayList<>();
          try (PreparedStatement statement = prepare(connection, sql, parameters.toArray());
              ResultSet row = statement.executeQuery()) {
            while (row.next()) {
              entries.add(EntryRows.entry(connection, row));
            }
          }
          return entries;
        });
  }
}
