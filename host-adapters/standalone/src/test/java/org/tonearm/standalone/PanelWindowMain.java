package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.tonearm.panel.Texts;
import org.tonearm.panel.sound.SoundSource;
import org.tonearm.panel.view.Appearance;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.PanelWindow;
import org.tonearm.panel.view.Theme;
import org.tonearm.run.Cancellation;

/** A window that is closed in the middle of work that ends only when it is asked to. */
final class PanelWindowMain {
  private PanelWindowMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch listening = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch playing = new CountDownLatch(1);
    CountDownLatch silent = new CountDownLatch(1);
    PanelView[] views = new PanelView[1];
    PanelWindow window =
        PanelDriver.onScreen(
            () -> {
              Appearance.set(Theme.DARK);
              Texts texts = new Texts(Locale.GERMAN);
              PanelView view =
                  new PanelView(
                      new Patient(listening, ended, playing, silent),
                      texts,
                      SwingUtilities::invokeLater,
                      System::nanoTime,
                      rate -> Optional.empty());
              views[0] = view;
              view.add(List.of(Path.of("music")));
              PanelWindow made = new PanelWindow(view, texts, closed::countDown);
              made.open();
              view.session().listen();
              return made;
            });
    tell("listening", listening);
    PanelDriver.onScreen(
        () -> {
          JTable table = NamedPart.in(views[0].component(), "library.table", JTable.class);
          table.setRowSelectionInterval(0, 0);
          return true;
        });
    tell("playing", playing);
    SwingUtilities.invokeLater(window::close);
    tell("closed", closed);
    tell("ended", ended);
    tell("silent", silent);
    System.exit(0);
  }

  private static void tell(String what, CountDownLatch latch) throws InterruptedException {
    System.out.println(latch.await(30, TimeUnit.SECONDS) ? what : "not " + what);
  }

  /** Listens until it is cancelled, and decodes until it is interrupted. */
  private static final class Patient extends MadeUpEngine {
    private final CountDownLatch listening;
    private final CountDownLatch ended;
    private final CountDownLatch playing;
    private final CountDownLatch silent;

    Patient(
        CountDownLatch listening,
        CountDownLatch ended,
        CountDownLatch playing,
        CountDownLatch silent) {
      super(new MadeUpLibrary().tracks(20));
      this.listening = listening;
      this.ended = ended;
      this.playing = playing;
      this.silent = silent;
    }

    @Override
    public SoundSource sound() {
      return (file, rate, sink) -> {
        playing.countDown();
        try {
          new CountDownLatch(1).await();
          return 0;
        } finally {
          silent.countDown();
        }
      };
    }

    @Override
    public void listen(List<Path> places, ListenSink sink, Cancellation cancellation) {
      super.listen(places, sink, cancellation);
      listening.countDown();
      while (!cancellation.requested()) {
        Thread.onSpinWait();
      }
      ended.countDown();
    }
  }
}
