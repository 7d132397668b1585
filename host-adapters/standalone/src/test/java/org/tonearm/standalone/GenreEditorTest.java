package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;
import javax.swing.tree.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree of genres in the settings, driven by its components, against the files on the disk. */
final class GenreEditorTest {
  private static final String MINE = "Cigar Box Blues";

  @TempDir Path temp;

  @Test
  void aGenreIsPutOnListsAndTakenOff() throws IOException, InterruptedException {
    try (SettingsDriver panel = driver()) {
      select(panel, "Blues");
      panel.click("settings.genre.allow");
      panel.await(() -> panel.text().contains("whitelist = [\"Blues\"]"));
      panel.await(() -> rows(panel).contains("Blues  (on your list)"));
      panel.click("settings.genre.allow");
      panel.await(() -> !panel.text().contains("whitelist"));
      panel.click("settings.genre.never");
      panel.await(() -> panel.text().contains("ignore = [\"Blues\"]"));
      panel.await(() -> rows(panel).contains("Blues  (never written)"));
      panel.click("reset.taxonomy.ignore");
      panel.await(() -> !panel.text().contains("ignore"));
    }
  }

  @Test
  void aListWithAMistakeStaysAsItIs() throws IOException, InterruptedException {
    String before = "[taxonomy]\nignore = [\"Podcast\", \"Speech\", 1990]\n";
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/tonearm.toml"), before);
    try (SettingsDriver panel = driver()) {
      select(panel, "Blues");
      panel.click("settings.genre.never");
      panel.await(
          () -> panel.part("genres.fault", JTextComponent.class).getText().contains("1990"));
      assertThat(panel.text()).isEqualTo(before);
      assertThat(panel.part("settings.genre.never", JCheckBox.class).isSelected()).isFalse();
    }
  }

  @Test
  void otherNamesComeAndGo() throws IOException, InterruptedException {
    try (SettingsDriver panel = driver()) {
      select(panel, "Blues");
      panel.type("settings.genre.alias", "Blooze");
      panel.type("settings.genre.alias", "Blouse");
      panel.await(() -> panel.text().contains("[taxonomy.aliases]\nBlooze = \"Blues\""));
      JList<?> names = panel.part("settings.genre.aliases", JList.class);
      panel.await(() -> names.getModel().getSize() == 2);
      assertThat(enabled(panel, "settings.genre.remove-alias")).isFalse();
      SettingsDriver.onScreen(
          () -> {
            names.setSelectedValue("Blooze", false);
            return true;
          });
      panel.click("settings.genre.remove-alias");
      panel.await(() -> !panel.text().contains("Blooze"));
      assertThat(panel.text()).contains("Blouse = \"Blues\"");
      panel.await(() -> enabled(panel, "reset.taxonomy.aliases"));
      panel.click("reset.taxonomy.aliases");
      panel.await(() -> !panel.text().contains("Blouse"));
      panel.await(() -> names.getModel().getSize() == 0);
    }
  }

  @Test
  void genresOfTheUsersAreAddedMovedRemovedAndPutBack() throws IOException, InterruptedException {
    Path own = temp.resolve("data/genres.txt");
    try (SettingsDriver panel = driver()) {
      add(panel, own);
      assertThat(enabled(panel, "settings.genre.remove")).as("Blues ships").isFalse();
      assertThat(enabled(panel, "settings.genre.move")).as("Blues ships").isFalse();
      List<String> added = Files.readAllLines(own);
      select(panel, MINE);
      panel.await(() -> enabled(panel, "settings.genre.move"));
      SettingsDriver.onScreen(
          () -> {
            panel.part("settings.genre.above", JComboBox.class).setSelectedItem("Jazz");
            return true;
          });
      panel.click("settings.genre.move");
      panel.await(() -> Files.readAllLines(own).contains("Jazz"));
      assertThat(Files.readAllLines(own)).endsWith("Jazz", "  " + MINE).doesNotContain("Blues");
      panel.await(() -> parent(panel, MINE).equals(Optional.of("Jazz")));
      panel.click("settings.genre.undo");
      panel.await(() -> Files.readAllLines(own).equals(added));
      panel.await(() -> parent(panel, MINE).equals(Optional.of("Blues")));

      select(panel, MINE);
      panel.click("settings.genre.remove");
      panel.await(() -> Files.readAllLines(own).stream().noneMatch(l -> l.contains(MINE)));
      panel.await(() -> parent(panel, MINE).isEmpty());
      panel.click("settings.genre.undo");
      panel.await(() -> Files.readAllLines(own).equals(added));

      panel.await(() -> enabled(panel, "settings.genre.undo"));
      panel.click("settings.genre.undo");
      panel.await(() -> !panel.text().contains("genre-tree"));
      assertThat(own).doesNotExist();
    }
  }

  @Test
  void theResetOfTheFileTakesAllGenresOfTheUsersOut() throws IOException, InterruptedException {
    Path own = temp.resolve("data/genres.txt");
    try (SettingsDriver panel = driver()) {
      add(panel, own);
      panel.await(() -> enabled(panel, "reset.taxonomy.genre-tree"));
      panel.click("reset.taxonomy.genre-tree");
      panel.await(() -> parent(panel, MINE).isEmpty());
      assertThat(panel.text()).doesNotContain("genre-tree");
      assertThat(Files.readAllLines(own)).as("the file stays").contains("  " + MINE);
    }
  }

  @Test
  void aGenreThatTheSettingsNameStays() throws IOException, InterruptedException {
    Path own = temp.resolve("data/genres.txt");
    try (SettingsDriver panel = driver()) {
      add(panel, own);
      List<String> added = Files.readAllLines(own);
      select(panel, MINE);
      panel.await(() -> enabled(panel, "settings.genre.remove"));
      panel.click("settings.genre.allow");
      panel.await(() -> panel.text().contains("whitelist = [\"" + MINE + "\"]"));
      select(panel, MINE);
      panel.click("settings.genre.remove");
      panel.await(
          () -> panel.part("work.told", JLabel.class).getText().contains("is not in the tree"));
      assertThat(Files.readAllLines(own)).isEqualTo(added);
    }
  }

  /** Below Blues, which stays selected. */
  private static void add(SettingsDriver panel, Path own) throws IOException, InterruptedException {
    select(panel, "Blues");
    panel.type("settings.genre.kind", MINE);
    panel.await(() -> panel.text().contains("genre-tree = \"genres.txt\""));
    assertThat(Files.readAllLines(own)).endsWith("Blues", "  " + MINE);
    panel.await(() -> rows(panel).contains(MINE + "  (yours)"));
    select(panel, "Blues");
  }

  private SettingsDriver driver() throws InterruptedException {
    return new SettingsDriver(temp.resolve("data"), FakeListening.parts());
  }

  /** Seeks a genre, so that its rows are there, and selects it. */
  private static void select(SettingsDriver panel, String genre) throws InterruptedException {
    SettingsDriver.onScreen(
        () -> {
          panel.part("settings.genres.search", JTextField.class).setText(genre);
          return true;
        });
    panel.await(() -> row(panel, genre) >= 0);
    SettingsDriver.onScreen(
        () -> {
          tree(panel).setSelectionRow(row(panel, genre));
          return true;
        });
  }

  private static int row(SettingsDriver panel, String genre) throws InterruptedException {
    List<String> rows = rows(panel);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).equals(genre) || rows.get(i).startsWith(genre + "  (")) {
        return i;
      }
    }
    return -1;
  }

  /** What a genre stands under, by the tree that is shown. */
  private static Optional<String> parent(SettingsDriver panel, String genre)
      throws InterruptedException {
    return SettingsDriver.onScreen(
        () -> {
          int row = row(panel, genre);
          TreePath path = row < 0 ? null : tree(panel).getPathForRow(row).getParentPath();
          return Optional.ofNullable(path).map(over -> over.getLastPathComponent().toString());
        });
  }

  private static List<String> rows(SettingsDriver panel) throws InterruptedException {
    return SettingsDriver.onScreen(
        () -> {
          JTree tree = tree(panel);
          return IntStream.range(0, tree.getRowCount())
              .mapToObj(i -> tree.getPathForRow(i).getLastPathComponent().toString())
              .toList();
        });
  }

  private static JTree tree(SettingsDriver panel) {
    return panel.part("genres.tree", JTree.class);
  }

  private static boolean enabled(SettingsDriver panel, String button) throws InterruptedException {
    return SettingsDriver.onScreen(() -> panel.part(button, JButton.class).isEnabled());
  }
}
