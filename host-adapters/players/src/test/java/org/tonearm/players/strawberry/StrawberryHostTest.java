package org.tonearm.players.strawberry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class StrawberryHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    Files.createDirectories(database().getParent());
    Files.deleteIfExists(database());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE schema_version (version INTEGER)");
      statement.execute("INSERT INTO schema_version VALUES (16)");
      statement.execute(
          "CREATE TABLE songs (title TEXT, genre TEXT, comment TEXT, source INTEGER, url TEXT,"
              + " unavailable INTEGER DEFAULT 0)");
      try (PreparedStatement song =
          connection.prepareStatement("INSERT INTO songs VALUES ('T', 'Polka', NULL, 2, ?, 0)")) {
        for (Path file : AudioBelow.of(library)) {
          song.setString(1, "file://" + file.toUri().getRawPath());
          song.execute();
        }
      }
      statement.execute("INSERT INTO songs VALUES ('T', '', '', 2, 'file:///gone.mp3', 1)");
      statement.execute("INSERT INTO songs VALUES ('T', '', '', 5, 'http://radio/', 0)");
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return new StrawberryHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  private Path database() {
    return elsewhere.resolve("home/.local/share/strawberry/strawberry/strawberry.db");
  }

  @Test
  void readsSongsThatAreThere() throws IOException, HostException {
    HostAdapter host = adapterFor(folder);
    assertThat(host.listing().orElseThrow().entries())
        .hasSize(3)
        .allSatisfy(
            entry ->
                assertThat(entry.values())
                    .containsEntry(TagField.GENRE, "Polka")
                    .containsEntry(TagField.COMMENT, ""));
    assertThat(host.library().version()).isEqualTo("schema 16");
  }

  @Test
  void refusesAnotherDatabase() throws Exception {
    HostAdapter host = adapterFor(folder);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database())) {
      connection.createStatement().execute("DROP TABLE songs");
    }
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(host::listing)
        .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"));
  }
}
