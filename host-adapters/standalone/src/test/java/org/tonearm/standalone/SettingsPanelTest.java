package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.configuration.Setting;
import org.tonearm.configuration.Settings;

/** The settings of the panel, driven by their components, against the file on the disk. */
final class SettingsPanelTest {
  @TempDir Path temp;

  @Test
  void faultsOfTheFileStandAtTheirFields() throws IOException, InterruptedException {
    file("[watch]\nsettle = \"soon\"\nsetle = 1\n[thresholds.genre]\nrock = 7\n");
    try (SettingsDriver panel = driver()) {
      assertThat(panel.fault("watch.settle")).contains("\"soon\"", "Accepted: a time such as");
      assertThat(panel.fault("watch.health")).isEmpty();
      assertThat(panel.fault("thresholds.genre")).contains("rock", "not within 0 to 1");
      assertThat(panel.part("settings.head", JTextComponent.class).getText())
          .contains("watch.setle", "did you mean watch.settle?");
      assertThat(panel.part("setting.watch.settle", JTextField.class).getText()).isEqualTo("soon");
      file("[watch]\nsettle = \"9 s\"\n");
      panel.await(() -> panel.fault("watch.settle").isEmpty());
      assertThat(panel.part("setting.watch.settle", JTextField.class).getText()).isEqualTo("9 s");
      assertThat(panel.fault("thresholds.genre")).isEmpty();
    }
  }

  @Test
  void whatIsWrongIsNotWrittenAndToldAtItsField() throws IOException, InterruptedException {
    String before = "# mine\n[watch]\nsettle = \"5 s\" # quick\n";
    file(before);
    try (SettingsDriver panel = driver()) {
      panel.type("setting.watch.settle", "5 parsecs");
      panel.await(() -> panel.fault("watch.settle").contains("no such unit: parsecs"));
      assertThat(panel.text()).isEqualTo(before);
      assertThat(panel.part("setting.watch.settle", JTextField.class).getText())
          .isEqualTo("5 parsecs");
      panel.type("setting.watch.settle", "5 s");
      panel.await(() -> panel.fault("watch.settle").isEmpty());
      assertThat(panel.text()).isEqualTo(before);
      panel.type("setting.watch.settle", "7 s");
      panel.await(() -> panel.text().equals(before.replace("5 s", "7 s")));
      panel.await(() -> panel.fault("watch.settle").isEmpty());
    }
  }

  @Test
  void panelAndFileAreOneTruth() throws IOException, InterruptedException {
    try (SettingsDriver panel = driver()) {
      JComboBox<?> policy = panel.part("setting.tagging.policy", JComboBox.class);
      SettingsDriver.onScreen(
          () -> {
            policy.setSelectedItem("merge");
            return true;
          });
      panel.await(() -> panel.text().equals("[tagging]\npolicy = \"merge\"\n"));
      file("[tagging]\n# by hand\npolicy = \"replace\"\nsubgenres = true\n");
      panel.await(() -> "replace".equals(policy.getSelectedItem()));
      assertThat(panel.part("setting.tagging.subgenres", AbstractButton.class).isSelected())
          .isTrue();
      panel.click("setting.tagging.fields.mood");
      panel.await(() -> panel.text().contains("fields = [\"genre\"]"));
      assertThat(panel.text()).contains("# by hand");
      panel.click("setting.tagging.fields.genre");
      panel.await(() -> panel.fault("tagging.fields").contains("at least one"));
      assertThat(panel.text()).contains("fields = [\"genre\"]");
    }
  }

  @Test
  void whatCouldNotBeWrittenIsNotShownAsIfItHeld() throws IOException, InterruptedException {
    String before = "tagging = { policy = \"replace\" }\n";
    file(before);
    try (SettingsDriver panel = driver()) {
      JComboBox<?> policy = panel.part("setting.tagging.policy", JComboBox.class);
      panel.await(() -> "replace".equals(policy.getSelectedItem()));
      SettingsDriver.onScreen(
          () -> {
            policy.setSelectedItem("merge");
            return true;
          });
      panel.await(() -> "replace".equals(policy.getSelectedItem()));
      panel.await(() -> panel.part("work.told", JLabel.class).getText().contains("tonearm.toml"));
      assertThat(panel.text()).isEqualTo(before);
    }
  }

  @Test
  void whatIsBeingTypedStaysWhenAnotherSettingChanges() throws IOException, InterruptedException {
    try (SettingsDriver panel = driver()) {
      JTextField settle = panel.part("setting.watch.settle", JTextField.class);
      SettingsDriver.onScreen(
          () -> {
            settle.setText("1");
            return true;
          });
      panel.click("setting.tagging.subgenres");
      panel.await(() -> panel.text().contains("subgenres = "));
      panel.await(() -> panel.part("reset.tagging.subgenres", AbstractButton.class).isEnabled());
      assertThat(settle.getText()).isEqualTo("1");
    }
  }

  @Test
  void whatIsSetJustBeforeTheEndIsWritten() throws IOException, InterruptedException {
    SettingsDriver panel = driver();
    panel
        .desk()
        .ask(
            () -> {
              LockSupport.parkNanos(1_000_000_000L);
              return true;
            },
            slow -> {});
    panel.type("setting.watch.settle", "7 s");
    panel.close();
    assertThat(panel.desk().awaitEnd(Duration.ofSeconds(30))).isTrue();
    assertThat(panel.text()).isEqualTo("[watch]\nsettle = \"7 s\"\n");
  }

  @Test
  void aTickLeavesAListWithAMistakeAsItStands() throws IOException, InterruptedException {
    String before = "[tagging]\nfields = [\"genre\", \"moood\"]\n";
    file(before);
    try (SettingsDriver panel = driver()) {
      panel.click("setting.tagging.fields.mood");
      panel.click("setting.tagging.subgenres");
      panel.await(() -> panel.text().contains("subgenres = "));
      assertThat(panel.text()).startsWith(before);
      assertThat(panel.fault("tagging.fields")).contains("moood");
    }
  }

  @Test
  void resetBringsTheDefaultBack() throws IOException, InterruptedException {
    file("[tagging]\npolicy = \"replace\" # guesses\n[journal]\nkeep = \"90 days\"\n");
    try (SettingsDriver panel = driver()) {
      AbstractButton reset = panel.part("reset.tagging.policy", AbstractButton.class);
      assertThat(reset.isEnabled()).isTrue();
      assertThat(panel.part("reset.tagging.scope", AbstractButton.class).isEnabled()).isFalse();
      panel.click("reset.tagging.policy");
      panel.await(
          () -> panel.text().equals("[tagging]\n# guesses\n[journal]\nkeep = \"90 days\"\n"));
      panel.await(() -> !reset.isEnabled());
      assertThat(panel.part("setting.tagging.policy", JComboBox.class).getSelectedItem())
          .isEqualTo("fill");
    }
  }

  @Test
  void theThresholdTellsWhatWouldBeTold() throws IOException, InterruptedException {
    for (int i = 0; i < 4; i++) {
      FakeFile.make(temp.resolve("music/" + i + ".mp3"), 30 + i, i == 0 ? "rock" : "jazz");
    }
    try (SettingsDriver panel = driver()) {
      SettingsDriver.onScreen(
          () -> {
            panel.view().add(List.of(temp.resolve("music")));
            panel.view().session().listen();
            return true;
          });
      JTextComponent told = panel.part("preview.genre", JTextComponent.class);
      panel.await(() -> told.getText().contains("4 of your 4 tracks"));
      panel.click("setting.thresholds.min-genre.own");
      JSlider slider = panel.part("setting.thresholds.min-genre.slider", JSlider.class);
      panel.await(slider::isEnabled);
      SettingsDriver.onScreen(
          () -> {
            slider.setValue(75);
            return true;
          });
      // Jazz is heard with 0.8, rock with 0.7.
      panel.await(() -> told.getText().startsWith("From 0.75 on, 3 of your 4 tracks"));
      assertThat(told.getText()).contains("About 80 %");
      panel.await(() -> panel.text().contains("min-genre = 0.75"));
      panel.type("setting.thresholds.min-genre", "7");
      panel.await(() -> panel.fault("thresholds.min-genre").contains("not within 0 to 1"));
      assertThat(panel.text()).contains("min-genre = 0.75");
    }
  }

  @Test
  void aFileThatIsNoTomlCanBeLookedAtAndNotChanged() throws IOException, InterruptedException {
    file("[tagging\n");
    try (SettingsDriver panel = driver()) {
      assertThat(panel.part("settings.head", JTextComponent.class).getText())
          .contains("no valid TOML");
      assertThat(panel.part("setting.tagging.policy", JComponent.class).isEnabled()).isFalse();
      file("[tagging]\n");
      panel.await(() -> panel.part("setting.tagging.policy", JComponent.class).isEnabled());
    }
  }

  @Test
  void everySettingIsThereAndNamedForScreenReaders() throws InterruptedException {
    try (SettingsDriver panel = driver()) {
      for (Setting setting : Settings.fixed()) {
        JComponent part = panel.part("setting." + setting.key(), JComponent.class);
        assertThat(part.getAccessibleContext().getAccessibleName()).isNotBlank();
        assertThat(part.getAccessibleContext().getAccessibleDescription()).isNotBlank();
        assertThat(panel.part("reset." + setting.key(), JComponent.class)).isNotNull();
      }
      for (Setting table : Settings.tables()) {
        assertThat(panel.part("put." + table.key(), JComponent.class)).isNotNull();
      }
    }
  }

  @Test
  void anEmbeddedPanelLeavesTheLookOfItsHostAlone() throws Exception {
    LookAndFeel before =
        SettingsDriver.onScreen(
            () -> {
              UIManager.setLookAndFeel(UIManager.getCrossPlatformLookAndFeelClassName());
              return UIManager.getLookAndFeel();
            });
    try (SettingsDriver panel = driver()) {
      assertThat(UIManager.getLookAndFeel()).isSameAs(before);
      assertThat(panel.view().component().getParent()).isNull();
    }
  }

  private SettingsDriver driver() throws InterruptedException {
    return new SettingsDriver(temp.resolve("data"), FakeListening.parts());
  }

  private void file(String text) throws IOException {
    Files.createDirectories(temp.resolve("data"));
    Files.writeString(temp.resolve("data/tonearm.toml"), text);
  }
}
