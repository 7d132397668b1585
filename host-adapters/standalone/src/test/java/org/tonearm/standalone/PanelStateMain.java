package org.tonearm.standalone;

import java.awt.Rectangle;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.tonearm.panel.Decision;
import org.tonearm.panel.TrackRow;
import org.tonearm.panel.state.StateFile;
import org.tonearm.panel.view.NamedPart;
import org.tonearm.panel.view.PanelView;
import org.tonearm.panel.view.Theme;

/**
 * Opens the panel on a data folder: {@code decide} leaves it otherwise than it was and closes it;
 * {@code kill} does so and dies; {@code look} tells how it is.
 */
final class PanelStateMain {
  private static final long PAUSE_MILLIS = 50;
  private static final int STEADY = 10;
  private static final Rectangle BOUNDS = new Rectangle(40, 30, 900, 640);

  private PanelStateMain() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[1]);
    StateFile file = new StateFile(data.resolve("panel.json"));
    StateFile.Remembered left = file.read();
    CountDownLatch closed = new CountDownLatch(1);
    OpenPanel panel =
        PanelDriver.onScreen(
            () ->
                new OpenPanel(
                    new OpenPanel.Parts(
                        new MadeUpEngine(new MadeUpLibrary().tracks(20)),
                        new MadeUpSettings(data.resolve("tonearm.toml")),
                        Optional.of(file)),
                    left,
                    new OpenPanel.Wishes(Theme.of(left.state().theme()), "en", List.of()),
                    closed::countDown));
    switch (arguments[0]) {
      case "look" -> look(panel.view());
      default -> leave(panel.view());
    }
    if (arguments[0].equals("kill")) {
      while (!keptAsLeft(file.file())) {
        Thread.sleep(PAUSE_MILLIS);
      }
      Runtime.getRuntime().halt(0);
    }
    SwingUtilities.invokeLater(panel::close);
    closed.await();
    panel.awaitEnd(Duration.ofSeconds(30));
    System.exit(0);
  }

  private static boolean keptAsLeft(Path file) throws IOException {
    String kept = Files.exists(file) ? Files.readString(file) : "";
    return kept.contains("rejected") && kept.contains(String.valueOf(BOUNDS.width));
  }

  private static void leave(PanelView view) throws InterruptedException {
    PanelDriver.onScreen(
        () -> {
          view.add(List.of(Path.of("/music")));
          view.session().listen();
          return true;
        });
    settle(view);
    PanelDriver.onScreen(
        () -> {
          List<Path> files =
              view.session().tracks().all().stream()
                  .filter(TrackRow::wouldChange)
                  .map(TrackRow::path)
                  .toList();
          view.session().decide(files.subList(0, 2), Decision.ACCEPTED);
          view.session().decide(files.subList(2, 3), Decision.REJECTED);
          JTable table = NamedPart.in(view.component(), "library.table", JTable.class);
          table.getColumnModel().moveColumn(1, 0);
          table.getColumnModel().getColumn(0).setPreferredWidth(321);
          table.getRowSorter().toggleSortOrder(1);
          NamedPart.in(view.component(), "library.search", JTextField.class).setText("harbour");
          NamedPart.in(view.component(), "library.kind", JComboBox.class).setSelectedIndex(1);
          @SuppressWarnings("unchecked") // Boxes of the panel hold words.
          JComboBox<String> label = NamedPart.in(view.component(), "filter.label", JComboBox.class);
          label.addItem("Polka");
          label.setSelectedItem("Polka");
          NamedPart.in(view.component(), "filter.folder", JComboBox.class)
              .setSelectedItem("/music/live");
          NamedPart.in(view.component(), "filter.least", JSpinner.class).setValue(35);
          NamedPart.in(view.component(), "filter.most", JSpinner.class).setValue(90);
          view.show("tab.map");
          return true;
        });
    resize(view);
  }

  /**
   * Sizes the window until it stays so: what the screen tells of a window that was just opened may
   * come late, and put the first size back.
   */
  private static void resize(PanelView view) throws InterruptedException {
    int stood = 0;
    while (stood < STEADY) {
      stood =
          PanelDriver.onScreen(
                  () -> {
                    Window window = SwingUtilities.getWindowAncestor(view.component());
                    boolean stands = window.getBounds().equals(BOUNDS);
                    window.setBounds(BOUNDS);
                    return stands;
                  })
              ? stood + 1
              : 0;
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private static void look(PanelView view) throws InterruptedException {
    PanelDriver.onScreen(
        () -> {
          JTable table = NamedPart.in(view.component(), "library.table", JTable.class);
          System.out.println("view " + view.shown());
          System.out.println("places " + view.session().places());
          System.out.println(
              "search "
                  + NamedPart.in(view.component(), "library.search", JTextField.class).getText());
          System.out.println("narrowed " + narrowed(view));
          System.out.println(
              "column "
                  + table.getColumnModel().getColumn(0).getModelIndex()
                  + " "
                  + table.getColumnModel().getColumn(0).getPreferredWidth());
          System.out.println("sorted by " + table.getRowSorter().getSortKeys().get(0).getColumn());
          System.out.println(
              "size " + SwingUtilities.getWindowAncestor(view.component()).getSize().width);
          System.out.println("waiting " + view.session().decisions().recalled());
          view.session().listen();
          return true;
        });
    settle(view);
    PanelDriver.onScreen(
        () -> {
          List<TrackRow> rows = view.session().tracks().all();
          System.out.println(
              "accepted " + rows.stream().filter(r -> r.decision() == Decision.ACCEPTED).count());
          System.out.println(
              "rejected " + rows.stream().filter(r -> r.decision() == Decision.REJECTED).count());
          return true;
        });
  }

  private static String narrowed(PanelView view) {
    Object kind = NamedPart.in(view.component(), "library.kind", JComboBox.class).getSelectedItem();
    Object label =
        NamedPart.in(view.component(), "filter.label", JComboBox.class).getSelectedItem();
    Object folder =
        NamedPart.in(view.component(), "filter.folder", JComboBox.class).getSelectedItem();
    Object least = NamedPart.in(view.component(), "filter.least", JSpinner.class).getValue();
    Object most = NamedPart.in(view.component(), "filter.most", JSpinner.class).getValue();
    return kind + " " + label + " " + folder + " " + least + " " + most;
  }

  private static void settle(PanelView view) throws InterruptedException {
    while (PanelDriver.onScreen(() -> view.session().work().current().isPresent())) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
