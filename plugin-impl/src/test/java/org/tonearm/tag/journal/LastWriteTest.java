package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWriteTest {
  @TempDir private Path folder;

  @Test
  void aPathIsLookedUpInItsIndex() throws Exception {
    Path database = folder.resolve("journal.db");
    Journal.open(database).close();
    List<String> plan = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN " + EntryRows.LAST_WRITE.replace("?", "'file:///a'"))) {
      while (row.next()) {
        plan.add(row.getString("detail"));
      }
    }
    assertThat(plan)
        .anyMatch(step -> step.contains("SEARCH entry USING INDEX entry_of_path"))
        .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
  }
}
