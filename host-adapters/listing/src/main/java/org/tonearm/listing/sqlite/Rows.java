package org.tonearm.listing.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Asks a connection, and hands on what it answers. */
final class Rows {

  /** A row that the database no longer gives. */
  private static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException reason;

    Unread(SQLException reason) {
      super(reason);
      this.reason = reason;
    }
  }

  private record Current(ResultSet answer) implements Row {
    @Override
    public String text(int column) {
      try {
        String text = answer.getString(column);
        return text == null ? "" : text;
      } catch (SQLException e) {
        throw new Unread(e);
      }
    }

    @Override
    public long number(int column) {
      try {
        return answer.getLong(column);
      } catch (SQLException e) {
        throw new Unread(e);
      }
    }
  }

  private Rows() {}

  static void ask(Connection connection, String question, Consumer<Row> reader, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet answer = statement.executeQuery()) {
        Row row = new Current(answer);
        while (answer.next()) {
          reader.accept(row);
        }
      }
    } catch (Unread e) {
      throw e.reason;
    }
  }
}
