package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.Decision;
import org.tonearm.panel.Session;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackFilter;
import org.tonearm.panel.Tracks;
import org.tonearm.panel.Words;

/** Places, the table of tracks, and the selected one below it. */
final class LibraryView extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;
  private static final int SEARCH_COLUMNS = 16;
  private static final int REVIEW_HEIGHT = 410;

  private final transient Session session;
  private final transient Texts texts;
  private final transient Controls controls;
  private final transient TrackTable table;
  private final ReviewView review;
  private final JLabel places = new JLabel();
  private final JTextField search = new JTextField(SEARCH_COLUMNS);
  private final JComboBox<TrackFilter.Kind> kind = new JComboBox<>(TrackFilter.Kind.values());

  /**
   * @param choosePlaces asks the user for files and folders
   */
  LibraryView(Session session, Texts texts, Supplier<List<Path>> choosePlaces) {
    super(new BorderLayout(0, GAP));
    this.session = session;
    this.texts = texts;
    this.controls = new Controls(texts);
    this.table = new TrackTable(session.tracks(), texts);
    this.review = new ReviewView(texts, this::choose);
    setName("library");
    setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
    JScrollPane below = new JScrollPane(review);
    // A split gives the upper part all it asks for unless the lower one insists.
    below.setMinimumSize(new Dimension(0, REVIEW_HEIGHT));
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, tableWithDecisions(), below);
    split.setResizeWeight(1);
    split.setBorder(null);
    JPanel top = new JPanel(new BorderLayout(GAP, GAP / 2));
    top.add(begin(choosePlaces), BorderLayout.LINE_START);
    top.add(filters(), BorderLayout.LINE_END);
    top.add(places, BorderLayout.PAGE_END);
    add(top, BorderLayout.PAGE_START);
    add(split, BorderLayout.CENTER);
    setTransferHandler(new DroppedPlaces(this::add));
    // A table takes drops for itself, and would refuse them.
    table.component().setTransferHandler(new DroppedPlaces(this::add));
    listenToSelection();
    showPlaces();
  }

  /** Adds places to listen to. */
  void add(List<Path> more) {
    session.add(more);
    showPlaces();
  }

  /** The words to choose from. */
  void offer(Words words) {
    review.offer(words);
    review.show(table.lead());
  }

  private JPanel begin(Supplier<List<Path>> choosePlaces) {
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 0));
    row.add(controls.button("library.add", () -> add(choosePlaces.get())));
    row.add(controls.button("library.listen", session::listen));
    return row;
  }

  private JPanel filters() {
    kind.setRenderer(kindNames());
    kind.addActionListener(event -> filter());
    search.getDocument().addDocumentListener(new Typed(this::filter));
    JPanel row = new JPanel(new FlowLayout(FlowLayout.TRAILING, GAP, 0));
    row.add(controls.label("library.kind", kind));
    row.add(kind);
    row.add(controls.label("library.search", search));
    row.add(search);
    return row;
  }

  private JPanel tableWithDecisions() {
    JButton accept = controls.button("decide.accept", () -> decide(Decision.ACCEPTED));
    JButton reject = controls.button("decide.reject", () -> decide(Decision.REJECTED));
    JButton open = controls.button("decide.open", () -> decide(Decision.OPEN));
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 0));
    List.of(accept, reject, open).forEach(row::add);
    row.add(controls.button("decide.apply", session::apply));
    JTable shown = table.component();
    Controls.key(shown, "A", action(() -> decide(Decision.ACCEPTED)));
    Controls.key(shown, "R", action(() -> decide(Decision.REJECTED)));
    Controls.key(shown, "O", action(() -> decide(Decision.OPEN)));
    JPanel panel = new JPanel(new BorderLayout(0, GAP));
    panel.add(new JScrollPane(shown), BorderLayout.CENTER);
    panel.add(row, BorderLayout.PAGE_END);
    return panel;
  }

  private void decide(Decision decision) {
    List<Path> files = table.selected();
    session.decide(files, decision);
    if (files.size() == 1 && decision != Decision.OPEN) {
      table.next();
    }
  }

  private void choose(TagField field, String word) {
    if (!word.isEmpty()) {
      session.choose(table.selected(), field, word);
    }
  }

  private void filter() {
    table.show(new TrackFilter((TrackFilter.Kind) kind.getSelectedItem(), search.getText()));
  }

  private void listenToSelection() {
    table
        .component()
        .getSelectionModel()
        .addListSelectionListener(event -> review.show(table.lead()));
    session
        .tracks()
        .listen(
            new Tracks.Listener() {
              @Override
              public void added(int first, int last) {}

              @Override
              public void changed(int index) {
                Optional<Path> shown = table.lead().map(row -> row.path());
                if (shown.equals(Optional.of(session.tracks().row(index).path()))) {
                  review.show(table.lead());
                }
              }
            });
  }

  private void showPlaces() {
    List<String> all = session.places().stream().map(Path::toString).toList();
    places.setText(
        all.isEmpty()
            ? texts.get("library.no-places")
            : texts.get("library.places", String.join(", ", all)));
    places.setToolTipText(places.getText());
  }

  private DefaultListCellRenderer kindNames() {
    return new DefaultListCellRenderer() {
      private static final long serialVersionUID = 1L;

      @Override
      public Component getListCellRendererComponent(
          JList<?> list, Object value, int index, boolean selected, boolean focused) {
        String name = ((TrackFilter.Kind) value).name().toLowerCase(Locale.ROOT);
        String text = texts.get("kind." + name.replace('_', '-'));
        return super.getListCellRendererComponent(list, text, index, selected, focused);
      }
    };
  }

  private static AbstractAction action(Runnable run) {
    return new AbstractAction() {
      private static final long serialVersionUID = 1L;

      @Override
      public void actionPerformed(ActionEvent event) {
        run.run();
      }
    };
  }

  /** Tells of each change of a text. */
  private record Typed(Runnable told) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
      told.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
      told.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
      told.run();
    }
  }
}
