package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.panel.Texts;
import org.tonearm.panel.state.PanelState;
import org.tonearm.panel.state.StateFile;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.PanelMemory;
import org.tonearm.panel.view.PanelView;

/** What a panel remembers, with no screen. */
final class PanelMemoryTest {
  private static final long PAUSE_MILLIS = 10;
  private static final int MOST_PAUSES = 1000;

  @TempDir Path temp;

  @Test
  void whatCouldNotBeWrittenIsWrittenAtTheNextTry() throws Exception {
    StateFile file = new StateFile(temp.resolve("panel.json"));
    Path hindrance = Files.createDirectory(temp.resolve("panel.json.new"));
    PanelView view = view();
    PanelMemory memory = memory(Optional.of(file), view);
    onScreen(() -> view.add(List.of(temp)));
    onScreen(memory::save);
    await(() -> told(view).contains("can’t be remembered"));
    Files.delete(hindrance);
    onScreen(memory::close);
    assertThat(memory.awaitEnd()).isTrue();
    assertThat(file.read().state().places()).containsExactly(temp.toUri().toString());
    PanelDriver.close(view);
  }

  @Test
  void whereAnotherPanelRemembersThisOneDoesNotAndSaysSo() throws Exception {
    PanelView view = view();
    PanelMemory memory = memory(Optional.empty(), view);
    assertThat(told(view)).contains("open in another window already");
    onScreen(() -> view.add(List.of(temp)));
    onScreen(memory::save);
    onScreen(memory::close);
    assertThat(memory.awaitEnd()).isTrue();
    PanelDriver.close(view);
  }

  private static PanelMemory memory(Optional<StateFile> file, PanelView view)
      throws InterruptedException {
    return PanelDriver.onScreen(
        () -> {
          PanelMemory made = new PanelMemory(file, view, PanelState.NEW);
          made.restore(Optional.empty());
          return made;
        });
  }

  private static PanelView view() throws InterruptedException {
    return PanelDriver.onScreen(
        () ->
            new PanelView(
                new MadeUpEngine(new MadeUpLibrary().tracks(2)),
                new Texts(Locale.ENGLISH),
                SwingUtilities::invokeLater,
                System::nanoTime));
  }

  private static String told(PanelView view) {
    return NamedPart.in(view.component(), "work.told", JLabel.class).getText();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < MOST_PAUSES; i++) {
      if (PanelDriver.onScreen(condition::getAsBoolean)) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("it never came to hold");
  }

  private static void onScreen(Runnable errand) throws InterruptedException {
    PanelDriver.onScreen(
        () -> {
          errand.run();
          return true;
        });
  }
}
