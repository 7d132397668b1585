package org.tonearm.panel.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.panel.Lookups;
import org.tonearm.panel.Texts;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;

/**
 * Earlier runs, their files and fields, and taking them back, with a look at what that would do.
 */
final class HistoryView extends JPanel {
  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private final transient Lookups lookups;
  private final transient ListTable<RunSummary> runs;
  private final transient ListTable<String[]> files;
  private final JLabel caption;
  private final JButton preview;
  private final JButton undo;

  /**
   * @param takeBack told of the run that the user takes back
   */
  HistoryView(Texts texts, Lookups lookups, LongConsumer takeBack) {
    super(new MigLayout("fill, insets 8 8 0 8", "[grow, fill]", "[grow, fill]"));
    this.texts = texts;
    this.lookups = lookups;
    Controls controls = new Controls(texts);
    setName("history");
    this.runs =
        new ListTable<>(
            texts,
            "history.runs",
            List.of(
                new ListTable.Column<>("history.number", 60, run -> run.id()),
                new ListTable.Column<>("history.when", 150, this::when),
                new ListTable.Column<>("history.done", 90, RunSummary::done),
                new ListTable.Column<>("history.undone", 130, RunSummary::undone),
                new ListTable.Column<>("history.failed", 90, RunSummary::failed),
                new ListTable.Column<>("history.command", 440, RunSummary::commandLine)));
    this.files =
        new ListTable<>(
            texts,
            "history.files",
            List.of(
                new ListTable.Column<>("history.file", 430, line -> line[0]),
                new ListTable.Column<>("history.field", 90, line -> line[1]),
                new ListTable.Column<>("history.change", 260, line -> line[2]),
                new ListTable.Column<>("history.state", 180, line -> line[3])));
    this.preview = controls.button("history.preview", this::look);
    this.undo = controls.button("history.undo", () -> chosen(takeBack));
    this.caption = controls.label("history.files", files.component());
    JPanel top = new JPanel(new MigLayout("fill, insets 0", "[grow, fill]", "[]4[grow, fill]6[]8"));
    top.add(controls.label("history.runs", runs.component()), "wrap");
    top.add(new JScrollPane(runs.component()), "grow, wmin 0, wrap");
    JPanel row = new JPanel(new MigLayout("insets 0"));
    row.add(controls.button("history.refresh", this::refresh));
    row.add(preview);
    row.add(undo);
    top.add(row);
    JPanel below =
        new JPanel(new MigLayout("fill, insets 6 0 0 0", "[grow, fill]", "[]4[grow, fill]"));
    below.add(caption, "wrap");
    below.add(new JScrollPane(files.component()), "grow, wmin 0");
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, top, below);
    split.setResizeWeight(0.5);
    split.setBorder(null);
    add(split, "grow, wmin 0");
    JTable table = runs.component();
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.getSelectionModel().addListSelectionListener(e -> showFiles(e.getValueIsAdjusting()));
    enableButtons();
  }

  /** Reads the runs anew. */
  void refresh() {
    lookups.runs(
        found -> {
          runs.show(found);
          files.show(List.of());
          enableButtons();
        });
  }

  private void showFiles(boolean adjusting) {
    enableButtons();
    if (!adjusting) {
      runs.selected()
          .ifPresent(
              run ->
                  lookups.files(
                      run.id(),
                      found -> {
                        caption.setText(texts.get("history.files"));
                        files.show(found.stream().flatMap(e -> lines(e).stream()).toList());
                      }));
    }
  }

  private void look() {
    chosen(
        run ->
            lookups.preview(
                run,
                found -> {
                  caption.setText(texts.get("history.preview-of", run));
                  files.show(found.stream().flatMap(f -> lines(f).stream()).toList());
                }));
  }

  private void chosen(LongConsumer what) {
    runs.selected().ifPresent(run -> what.accept(run.id()));
  }

  private void enableButtons() {
    boolean possible = runs.selected().filter(run -> !run.undo() && run.done() > 0).isPresent();
    preview.setEnabled(possible);
    undo.setEnabled(possible);
  }

  private String when(RunSummary run) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
        .withLocale(texts.locale())
        .format(run.started().atZone(ZoneId.systemDefault()));
  }

  private List<String[]> lines(JournalEntry entry) {
    return entry.fields().stream().map(field -> line(entry, field)).toList();
  }

  private String[] line(JournalEntry entry, JournaledField field) {
    String state =
        entry
            .failure()
            .map(failure -> texts.engine().problem(failure.code(), failure.message(), ""))
            .orElseGet(() -> texts.get(field.undone() ? "history.taken-back" : "history.in-file"));
    return new String[] {
      entry.displayPath(),
      name(field.field().word()),
      texts.get("review.change", values(field.before().values()), values(field.intended())),
      state
    };
  }

  private List<String[]> lines(UndoneFile file) {
    if (file.error().isPresent()) {
      return List.<String[]>of(
          new String[] {file.displayPath(), "", "", texts.engine().problem(file.error().get())});
    }
    return file.fields().stream().map(field -> line(file, field)).toList();
  }

  private String[] line(UndoneFile file, UndoneField field) {
    String change =
        field.outcome() == UndoneField.Outcome.RESTORED
            ? texts.get("review.change", values(field.present()), values(field.restored()))
            : values(field.present());
    String outcome = field.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return new String[] {
      file.displayPath(), name(field.field().word()), change, texts.get("undo." + outcome)
    };
  }

  private String name(String field) {
    return texts.get("field." + field);
  }

  private String values(List<String> values) {
    return values.isEmpty()
        ? texts.get("review.none")
        : values.stream().collect(Collectors.joining(", "));
  }
}
