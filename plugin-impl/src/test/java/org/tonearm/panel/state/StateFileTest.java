package org.tonearm.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Decision;
import org.tonearm.tag.planfile.PlannedTrack;

final class StateFileTest {
  @TempDir Path temp;

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    StateFile file = new StateFile(temp.resolve("data/panel.json"));
    assertThat(file.read().state()).isEqualTo(PanelState.NEW);
    PlannedTrack planned = swing("süß.mp3");
    PanelState state =
        new PanelState(
            new PanelState.Bounds(1, 2, 300, 400, true),
            "tab.map",
            "dark",
            "de",
            Map.of("library/1", 210),
            Map.of(
                "library.table",
                new PanelState.Table(
                    List.of(new PanelState.Column(1, 90), new PanelState.Column(0, 50)),
                    List.of(new PanelState.Order(1, false)))),
            Map.of("library.search", "jazz"),
            List.of(temp.toUri().toString()),
            List.of(new KeptDecision(Decision.CHANGED, planned)));
    file.write(state);
    assertThat(file.read()).isEqualTo(new StateFile.Remembered(state, Optional.empty()));
    try (Stream<Path> files = Files.list(temp.resolve("data"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aFileThatIsNoStateIsSetAside() throws IOException {
    Path path = temp.resolve("panel.json");
    for (String broken : List.of("{\"view\": ", "[1]", "", "null")) {
      Files.writeString(path, broken);
      StateFile.Remembered read = new StateFile(path).read();
      assertThat(read.state()).as(broken).isEqualTo(PanelState.NEW);
      assertThat(read.aside().orElseThrow()).hasContent(broken);
      assertThat(path).doesNotExist();
    }
  }

  @Test
  void aDecisionThatCantBeReadIsLeftOutAndACopyIsSetAside() throws IOException {
    PlannedTrack planned = swing("a.mp3");
    PanelState state =
        new PanelState(
            null,
            "tab.map",
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(
                new KeptDecision(Decision.REJECTED, planned),
                new KeptDecision(Decision.CHANGED, planned)));
    StateFile file = new StateFile(temp.resolve("panel.json"));
    file.write(state);
    String text = Files.readString(file.file()).replace("rejected", "postponed");
    Files.writeString(file.file(), text);
    StateFile.Remembered read = file.read();
    assertThat(read.state().view()).isEqualTo("tab.map");
    assertThat(read.state().decisions())
        .containsExactly(new KeptDecision(Decision.CHANGED, planned));
    assertThat(read.aside().orElseThrow()).hasContent(text);
    assertThat(file.file()).hasContent(text);
  }

  @Test
  void whatANewerVersionAddsIsPassedOver() throws IOException {
    Path path = Files.writeString(temp.resolve("panel.json"), "{\"view\":\"x\",\"later\":{}}");
    assertThat(new StateFile(path).read().state().view()).isEqualTo("x");
  }

  /** A track that is to be told Swing. */
  private PlannedTrack swing(String name) {
    return new PlannedTrack(
        temp.resolve(name),
        PlannedTrack.PLANNED,
        "abc",
        3,
        List.of(),
        List.of(new FieldChange(TagField.GENRE, List.of(), List.of("Swing"), "chosen by you")),
        Optional.empty());
  }
}
