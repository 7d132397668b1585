package org.tonearm.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.TagProfile;

class ExampleFileTest {
  private static final Path PLACE = Path.of("tonearm.toml").toAbsolutePath();

  @Test
  void isValidAndChangesNothing() throws Exception {
    assertThat(loaded(ExampleFile.text()).effective())
        .isEqualTo(Configurations.defaults().effective());
  }

  @Test
  void isValidAlsoWithEverySettingSwitchedOn() throws Exception {
    String on = ExampleFile.text().replaceAll("(?m)^#(?=[^ ])", "");
    Configuration configuration = loaded(on);
    assertThat(configuration.effective())
        .allSatisfy(setting -> assertThat(setting.origin()).isInstanceOf(Origin.InFile.class));
    for (Effective standard : Configurations.defaults().effective()) {
      assertThat(configuration.effective())
          .filteredOn(setting -> setting.key().equals(standard.key()))
          .singleElement()
          .satisfies(setting -> assertThat(setting.value()).isEqualTo(standard.value()));
    }
    assertThat(configuration.thresholds().labels().values()).noneMatch(Map::isEmpty);
    assertThat(configuration.moods()).isNotEmpty();
  }

  @Test
  void thePageNamesEverySettingWithItsDefault() throws Exception {
    Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/configuration.md");
    List<String> rows =
        Files.readString(page).lines().filter(line -> line.startsWith("| `")).toList();
    for (Key<?> key : Keys.FIXED) {
      String name = key.name().replaceFirst("^format\\.[a-z0-9]+\\.", "format.FORMAT.");
      assertThat(rows)
          .as(key.name())
          .anySatisfy(
              row ->
                  assertThat(row)
                      .startsWith("| `" + name + "` |")
                      .contains("`" + key.standardText() + "`"));
    }
    for (TableKey<?> table : Keys.TABLES) {
      assertThat(rows)
          .as(table.name())
          .anyMatch(row -> row.startsWith("| `" + table.name() + "." + table.entry() + "` |"));
    }
  }

  @Test
  void thePageNamesNothingElse() throws Exception {
    Path page = Path.of("").toAbsolutePath().getParent().resolve("docs/configuration.md");
    List<String> known =
        Stream.concat(
                Keys.FIXED.stream()
                    .map(k -> k.name().replaceFirst("^format\\.[a-z0-9]+\\.", "format.FORMAT.")),
                Keys.TABLES.stream().map(table -> table.name() + "." + table.entry()))
            .toList();
    assertThat(
            Files.readString(page)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3))))
        .isSubsetOf(known);
  }

  private static Configuration loaded(String text) throws FaultyConfigurationException {
    return Configurations.of(
        Optional.of(ConfigurationFile.parse(PLACE, text)), "test", TagProfile.DEFAULT, Map.of());
  }
}
