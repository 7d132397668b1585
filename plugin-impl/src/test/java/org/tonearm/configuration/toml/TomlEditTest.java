package org.tonearm.configuration.toml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TomlEditTest {
  private static final List<String> POLICY = List.of("tagging", "policy");

  @Test
  void aValueChangesInItsPlaceAndNothingElse() {
    String text = "# mine\n[tagging]\n  policy = \"fill\"   # why\nscope='album'\n";
    assertThat(TomlEdit.set(text, POLICY, "\"merge\""))
        .isEqualTo("# mine\n[tagging]\n  policy = \"merge\"   # why\nscope='album'\n");
  }

  @Test
  void signsOfTomlWithinTextsAndCommentsAreNoSigns() {
    String text =
        "[taxonomy] # [tagging]\nignore = [\n  \"a # ] [x]\", # ]\n  'b = \"',\n]\n"
            + "note = \"\"\"\n[tagging]\npolicy = 'no' \\\"\"\"\n\"\"\"\"\n[tagging]\n";
    assertThat(TomlEdit.set(text, POLICY, "\"merge\"")).isEqualTo(text + "policy = \"merge\"\n");
    assertThat(TomlEdit.set(text, List.of("taxonomy", "ignore"), "[]"))
        .isEqualTo(text.replaceFirst("(?s)\\[\n  \"a.*?\n\\]\n", "[]\n"));
  }

  @Test
  void aNewOneGoesWhereItIsShownSwitchedOff() {
    String text = "[tagging]\n# What may happen.\n#policy = \"fill\"\n\n#scope = \"track\"\n";
    assertThat(TomlEdit.set(text, POLICY, "\"merge\""))
        .isEqualTo(
            "[tagging]\n# What may happen.\n#policy = \"fill\"\npolicy = \"merge\"\n\n"
                + "#scope = \"track\"\n");
  }

  @Test
  void aNewOneGoesUnderItsHeadOrUnderANewOne() {
    assertThat(TomlEdit.set("[tagging]\nscope = 1\n\n[moods]\nQ1 = 'x'", POLICY, "2"))
        .isEqualTo("[tagging]\nscope = 1\npolicy = 2\n\n[moods]\nQ1 = 'x'");
    assertThat(TomlEdit.set("[moods]\nQ1 = 'x'", POLICY, "2"))
        .isEqualTo("[moods]\nQ1 = 'x'\n\n[tagging]\npolicy = 2\n");
    assertThat(TomlEdit.set("", List.of("taxonomy", "aliases", "D & B"), "2"))
        .isEqualTo("[taxonomy.aliases]\n\"D & B\" = 2\n");
  }

  @Test
  void dottedKeysGetDottedSiblings() {
    assertThat(TomlEdit.set("tagging.scope = 1\nwatch.settle = 2\n", POLICY, "3"))
        .isEqualTo("tagging.scope = 1\ntagging.policy = 3\nwatch.settle = 2\n");
  }

  @Test
  void lineEndsStayAsTheyAre() {
    assertThat(TomlEdit.set("[tagging]\r\nscope = 1\r\n", POLICY, "2"))
        .isEqualTo("[tagging]\r\nscope = 1\r\npolicy = 2\r\n");
    assertThat(TomlEdit.remove("[tagging]\r\nscope = 1\r\npolicy = 2\r\n", POLICY))
        .isEqualTo("[tagging]\r\nscope = 1\r\n");
  }

  @Test
  void commentsSurviveARemoval() {
    assertThat(TomlEdit.remove("[tagging]\npolicy = [1,\n 2] # why\nscope = 1\n", POLICY))
        .isEqualTo("[tagging]\n# why\nscope = 1\n");
    assertThat(TomlEdit.remove("tagging.policy = 1", POLICY)).isEmpty();
    assertThat(TomlEdit.remove("x = 1\n", POLICY)).isEqualTo("x = 1\n");
  }
}
