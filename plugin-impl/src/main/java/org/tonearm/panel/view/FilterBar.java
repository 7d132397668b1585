package org.tonearm.panel.view;

import java.awt.Component;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.panel.Facets;
import org.tonearm.panel.Texts;
import org.tonearm.panel.TrackFilter;

/** What the table of tracks is narrowed down by. */
final class FilterBar {
  private static final int SEARCH_COLUMNS = 9;
  private static final int STEP = 5;
  private static final int LABEL_WIDTH = 120;
  private static final int FOLDER_WIDTH = 130;

  private final Texts texts;
  private final Consumer<TrackFilter> told;
  private final JTextField search = new JTextField(SEARCH_COLUMNS);
  private final JComboBox<TrackFilter.Kind> kind = new JComboBox<>(TrackFilter.Kind.values());
  private final ChoiceBox label;
  private final ChoiceBox folder;
  private final JSpinner least = percent(0);
  private final JSpinner most = percent(100);
  private final JLabel count = new JLabel();
  private final JPanel lines;
  private boolean filling;

  /**
   * @param told of each change
   */
  FilterBar(Texts texts, Consumer<TrackFilter> told) {
    this.texts = texts;
    this.told = told;
    Controls controls = new Controls(texts);
    kind.setRenderer(kindNames());
    label = new ChoiceBox(texts.get("filter.any"), LABEL_WIDTH, false);
    folder = new ChoiceBox(texts.get("filter.anywhere"), FOLDER_WIDTH, true);
    JButton clear = controls.button("filter.clear", this::clear);
    this.lines =
        new WrappingRow(
            2 * Gaps.BETWEEN,
            pair(controls.label("library.search", search), search),
            pair(controls.label("library.kind", kind), kind),
            pair(controls.label("filter.label", label), label),
            pair(
                controls.label("filter.least", least),
                least,
                controls.label("filter.most", most),
                most,
                new JLabel(texts.get("filter.percent"))),
            pair(controls.label("filter.folder", folder), folder),
            clear);
    most.getAccessibleContext().setAccessibleName(texts.get("filter.most.name"));
    for (JSpinner spinner : List.of(least, most)) {
      // The focus is in the spinner's text, which has no name of its own.
      JTextField text = ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
      text.getAccessibleContext()
          .setAccessibleName(spinner.getAccessibleContext().getAccessibleName());
    }
    count.setName("filter.count");
    search.getDocument().addDocumentListener(new Typed(this::tell));
    kind.addActionListener(event -> tell());
    label.addActionListener(event -> tell());
    folder.addActionListener(event -> tell());
    least.addChangeListener(event -> tell());
    most.addChangeListener(event -> tell());
  }

  JComponent component() {
    return lines;
  }

  /** Tells how many tracks are shown. */
  JComponent counted() {
    return count;
  }

  /** Has Ctrl+F or Cmd+F go to the search while the focus is in a component. */
  void reach(JComponent within) {
    within
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke('F', Keys.menu()), "search");
    within
        .getActionMap()
        .put(
            "search",
            Keys.action(
                () -> {
                  search.requestFocusInWindow();
                  search.selectAll();
                }));
  }

  /** What can be chosen. What is chosen stays. */
  void offer(Facets facets) {
    filling = true;
    label.offer(facets.labels());
    folder.offer(facets.folders());
    filling = false;
  }

  /** How many tracks are shown. */
  void count(int shown, int all) {
    count.setText(texts.get("filter.count", shown, all));
  }

  /** What is wanted. */
  TrackFilter filter() {
    return new TrackFilter(
        (TrackFilter.Kind) kind.getSelectedItem(),
        search.getText(),
        label.chosen(),
        share(least),
        share(most),
        folder.chosen());
  }

  private void clear() {
    filling = true;
    search.setText("");
    kind.setSelectedIndex(0);
    label.setSelectedIndex(0);
    folder.setSelectedIndex(0);
    least.setValue(0);
    most.setValue(100);
    filling = false;
    tell();
  }

  private void tell() {
    if (!filling) {
      told.accept(filter());
    }
  }

  private static double share(JSpinner spinner) {
    return ((Number) spinner.getValue()).intValue() / 100.0;
  }

  /** Controls that stay in one line. */
  private static JPanel pair(JComponent... parts) {
    JPanel pair = new JPanel(new MigLayout("insets 0, gap 4"));
    for (JComponent part : parts) {
      pair.add(part);
    }
    return pair;
  }

  private static JSpinner percent(int value) {
    JSpinner spinner = new JSpinner(new SpinnerNumberModel(value, 0, 100, STEP));
    ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setColumns(3);
    return spinner;
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
}
