package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.tonearm.panel.Texts;
import org.tonearm.panel.view.Appearance;
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
    PanelWindow window =
        PanelDriver.onScreen(
            () -> {
              Appearance.set(Theme.DARK);
              Texts texts = new Texts(Locale.GERMAN);
              PanelView view =
                  new PanelView(
                      new Patient(listening, ended),
                      texts,
                      SwingUtilities::invokeLater,
                      System::nanoTime);
              view.add(List.of(Path.of("music")));
              PanelWindow made = new PanelWindow(view, texts, closed::countDown);
              made.open();
              view.session().listen();
              return made;
            });
    tell("listening", listening);
    SwingUtilities.invokeLater(window::close);
    tell("closed", closed);
    tell("ended", ended);
    System.exit(0);
  }

  private static void tell(String what, CountDownLatch latch) throws InterruptedException {
    System.out.println(latch.await(30, TimeUnit.SECONDS) ? what : "not " + what);
  }

  /** Listens until it is cancelled. */
  private static final class Patient extends MadeUpEngine {
    private final CountDownLatch listening;
    private final CountDownLatch ended;

    Patient(CountDownLatch listening, CountDownLatch ended) {
      super(new MadeUpLibrary().tracks(20));
      this.listening = listening;
      this.ended = ended;
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
