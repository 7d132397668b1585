package org.tonearm.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.plan.Policy;

/** Changing a configuration setting by setting, and its file. */
final class ConfigurationSheetTest {
  private static final List<String> POLICY = List.of("tagging", "policy");

  @TempDir Path temp;

  @Test
  void eachSettingCanBeSetInTheExampleAndTakenOutAgain() throws ConfigurationException {
    ConfigurationSheet example = sheet(ExampleFile.text());
    for (Setting setting : Settings.fixed()) {
      ConfigurationSheet changed = example.with(setting.path(), setting.standard());
      assertThat(changed.faults()).as(setting.key()).isEmpty();
      assertThat(changed.given(setting.path())).contains(setting.standard());
      assertThat(changed.origin(setting)).isInstanceOf(Origin.InFile.class);
      assertThat(changed.without(setting.path()).text()).isEqualTo(example.text());
    }
    for (Setting table : Settings.tables()) {
      List<String> entry = Stream.concat(table.path().stream(), Stream.of("a b")).toList();
      ConfigurationSheet changed = example.with(entry, "x");
      assertThat(changed.entries(table.path())).containsEntry("a b", "x");
      assertThat(changed.without(entry).text()).isEqualTo(example.text());
    }
  }

  @Test
  void faultsAreToldOfTheirSetting() throws ConfigurationException {
    ConfigurationSheet sheet =
        sheet("[tagging]\npolicy = 'often'\nfoo = 1\n[thresholds.genre]\nrock = 7\n");
    assertThat(sheet.faults("tagging.policy")).hasSize(1);
    assertThat(sheet.faults("thresholds.genre")).hasSize(1);
    assertThat(sheet.homeless()).extracting(Fault::key).containsExactly("tagging.foo");
    assertThat(sheet.given(POLICY)).contains("often");
    assertThat(sheet.configuration().tagging().policy()).isEqualTo(Policy.FILL);
    ConfigurationSheet mended = sheet.with(POLICY, "merge");
    assertThat(mended.faults("tagging.policy")).isEmpty();
    assertThat(mended.configuration().tagging().policy()).isEqualTo(Policy.MERGE);
    assertThat(mended.text().orElseThrow()).contains("foo = 1");
  }

  @Test
  void whatCantBeEditedSafelyIsRefused() {
    for (String text :
        List.of("tagging = { policy = 'fill' }\n", "[tagging\npolicy = 1\n", "[[tagging]]\n")) {
      assertThatThrownBy(() -> sheet(text).with(POLICY, "merge"))
          .as(text)
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> assertThat(e.code()).isEqualTo("configuration-edit"));
    }
    assertThat(sheet("[tagging\n").editable()).isFalse();
  }

  @Test
  void aTableThatNobodyKnowsHindersNoChange() throws Exception {
    String text = "[[watch.folder]]\npath = \"/m\"\nlater = { days = 2 }\n";
    ConfigurationSheet changed = sheet(text).with(POLICY, "merge");
    assertThat(changed.text().orElseThrow()).startsWith(text).contains("policy = \"merge\"");
    assertThat(changed.faults().get(0).value()).isEqualTo("[{path = \"/m\", later = {days = 2}}]");
  }

  @Test
  void theFileIsReplacedWholeAndKeepsLinkAndRights() throws Exception {
    Path real = Files.writeString(temp.resolve("real.toml"), "# mine\n");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
    Path link = Files.createSymbolicLink(temp.resolve("tonearm.toml"), Path.of("real.toml"));
    ConfigurationStore store = new ConfigurationStore(link, "files", TagProfile.DEFAULT);
    ConfigurationSheet before = store.read();
    store.write(before, before.with(POLICY, "merge"));
    assertThat(real).hasContent("# mine\n\n[tagging]\npolicy = \"merge\"");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-rw----");
    assertThat(store.changedSince(before)).isTrue();
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aFileChangedMeanwhileIsNotWrittenOver() throws Exception {
    Path file = temp.resolve("new/tonearm.toml");
    ConfigurationStore store = new ConfigurationStore(file, "files", TagProfile.DEFAULT);
    ConfigurationSheet before = store.read();
    ConfigurationSheet after = before.with(POLICY, "merge");
    store.write(before, after);
    assertThat(store.read().text()).isEqualTo(after.text());
    Files.writeString(file, "# another program's\n");
    assertThatThrownBy(() -> store.write(after, after.with(POLICY, "fill")))
        .hasMessageContaining("was changed by another program");
    assertThat(file).hasContent("# another program's\n");
  }

  private ConfigurationSheet sheet(String text) {
    return ConfigurationSheet.of(
        temp.resolve("tonearm.toml"), Optional.of(text), "files", TagProfile.DEFAULT);
  }
}
