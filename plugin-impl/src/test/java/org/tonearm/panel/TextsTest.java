package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tonearm.configuration.Form;
import org.tonearm.configuration.Setting;
import org.tonearm.configuration.Settings;

final class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+[^}]*}");
  private static final List<String> FILES =
      List.of(
          "Texts.properties",
          "Texts_de.properties",
          "Settings.properties",
          "Settings_de.properties");

  @Test
  void germanIsComplete() throws IOException {
    for (String name : new String[] {"Texts", "Settings"}) {
      Properties english = read(name + ".properties");
      Properties german = read(name + "_de.properties");
      assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(places(german.getProperty(key)))
            .as(key)
            .isEqualTo(places(english.getProperty(key)));
      }
    }
  }

  @Test
  void everySettingAndEachOfItsWordsHasANameAndATip() throws IOException {
    Properties english = read("Settings.properties");
    List<Setting> all = new ArrayList<>(Settings.fixed());
    all.addAll(Settings.tables());
    for (Setting setting : all) {
      String key =
          "setting."
              + (setting.key().startsWith("format.")
                  ? "format." + setting.path().get(2)
                  : setting.key());
      assertThat(english).containsKeys(key, key + ".tip");
      if (setting.form() == Form.CHOICE) {
        setting.words().forEach(word -> assertThat(english).containsKey(key + "." + word));
      }
    }
  }

  @Test
  void noTextHoldsASignThatTheFormatEats() throws IOException {
    for (String file : FILES) {
      Properties texts = read(file);
      texts.forEach((key, text) -> assertThat((String) text).as((String) key).doesNotContain("'"));
    }
  }

  @Test
  void mnemonicsAreLettersOfTheirLabels() throws IOException {
    for (String file : FILES) {
      Properties texts = read(file);
      for (String key : texts.stringPropertyNames()) {
        if (key.endsWith(".mnemonic")) {
          String label = texts.getProperty(key.substring(0, key.length() - ".mnemonic".length()));
          assertThat(label).as(file + " " + key).containsIgnoringCase(texts.getProperty(key));
        }
      }
    }
  }

  @Test
  void anUnknownLanguageGetsEnglish() {
    assertThat(new Texts(Locale.JAPANESE).get("library.listen")).isEqualTo("Listen");
    assertThat(new Texts(Locale.GERMANY).get("notice.heard", 1234))
        .isEqualTo("1.234 Titel angehört. Es wurde nichts geschrieben.");
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().map(MatchResult::group).forEach(places::add);
    return places;
  }

  private static Properties read(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Texts.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
