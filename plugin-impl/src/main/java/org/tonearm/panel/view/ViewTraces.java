package org.tonearm.panel.view;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.SpinnerNumberModel;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;
import javax.swing.text.JTextComponent;
import org.tonearm.panel.state.PanelState;

/**
 * What a user has moved in views: dividers, columns, orders, and what narrows the library. On the
 * event thread. Parts are known by their names, dividers by the named part they are in.
 */
final class ViewTraces {
  private static final Set<String> NARROWING =
      Set.of(
          "library.search",
          "library.kind",
          "filter.label",
          "filter.least",
          "filter.most",
          "filter.folder");

  final Map<String, Integer> dividers = new HashMap<>();
  final Map<String, PanelState.Table> tables = new HashMap<>();
  final Map<String, String> inputs = new HashMap<>();

  /** What was remembered; what is not shown stays as it is there. */
  ViewTraces(PanelState before) {
    dividers.putAll(before.dividers());
    tables.putAll(before.tables());
    inputs.putAll(before.inputs());
  }

  /** Takes down how views stand. */
  void collect(Component root) {
    visit(root, "", new HashMap<>(), this::take);
  }

  /** Puts views as they stood. */
  void restore(Component root) {
    visit(root, "", new HashMap<>(), this::put);
  }

  @FunctionalInterface
  private interface Visitor {
    void at(Component part, String name);
  }

  private static void visit(
      Component part, String named, Map<String, Integer> counts, Visitor visitor) {
    String name = part.getName() == null ? named : part.getName();
    if (part instanceof JSplitPane) {
      int number = counts.merge(named, 1, Integer::sum);
      visitor.at(part, named + "/" + number);
    } else if (part.getName() != null) {
      visitor.at(part, name);
    }
    if (part instanceof Container container) {
      for (Component child : container.getComponents()) {
        visit(child, name, counts, visitor);
      }
    }
  }

  private void take(Component part, String name) {
    if (part instanceof JSplitPane split) {
      if (split.getDividerLocation() > 0 && split.getHeight() > 0) {
        dividers.put(name, split.getDividerLocation());
      }
    } else if (part instanceof JTable table) {
      tables.put(name, state(table));
    } else if (NARROWING.contains(name)) {
      input(part).ifPresent(text -> inputs.put(name, text));
    }
  }

  /** Words are kept as such: what a box offers, and in which order, changes with the tracks. */
  private static Optional<String> input(Component part) {
    if (part instanceof JTextComponent text) {
      return Optional.of(text.getText());
    }
    if (part instanceof ChoiceBox box) {
      return Optional.of(box.chosen());
    }
    if (part instanceof JComboBox<?> box) {
      return Optional.of(String.valueOf(box.getSelectedIndex()));
    }
    return part instanceof JSpinner spinner
        ? Optional.of(String.valueOf(spinner.getValue()))
        : Optional.empty();
  }

  private void put(Component part, String name) {
    if (part instanceof JSplitPane split) {
      if (dividers.containsKey(name)) {
        split.setDividerLocation(dividers.get(name));
      }
    } else if (part instanceof JTable table) {
      if (tables.containsKey(name)) {
        put(tables.get(name), table);
      }
    } else if (NARROWING.contains(name) && inputs.containsKey(name)) {
      put(inputs.get(name), part);
    }
  }

  private static void put(String input, Component part) {
    if (part instanceof JTextComponent text) {
      text.setText(input);
    } else if (part instanceof ChoiceBox box) {
      box.choose(input);
    } else if (input.matches("\\d{1,6}")) {
      put(Integer.parseInt(input), part);
    }
  }

  private static void put(int number, Component part) {
    if (part instanceof JComboBox<?> box && number < box.getItemCount()) {
      box.setSelectedIndex(number);
    } else if (part instanceof JSpinner spinner
        && spinner.getModel() instanceof SpinnerNumberModel model
        && number >= ((Number) model.getMinimum()).intValue()
        && number <= ((Number) model.getMaximum()).intValue()) {
      spinner.setValue(number);
    }
  }

  private static PanelState.Table state(JTable table) {
    List<PanelState.Column> columns = new ArrayList<>();
    for (int i = 0; i < table.getColumnCount(); i++) {
      TableColumn column = table.getColumnModel().getColumn(i);
      columns.add(new PanelState.Column(column.getModelIndex(), column.getPreferredWidth()));
    }
    List<PanelState.Order> order = new ArrayList<>();
    if (table.getRowSorter() != null) {
      table.getRowSorter().getSortKeys().stream()
          .filter(key -> key.getSortOrder() != SortOrder.UNSORTED)
          .forEach(
              key ->
                  order.add(
                      new PanelState.Order(
                          key.getColumn(), key.getSortOrder() == SortOrder.ASCENDING)));
    }
    return new PanelState.Table(columns, order);
  }

  /** A table that has other columns by now stays as it is. */
  private static void put(PanelState.Table state, JTable table) {
    TableColumnModel shown = table.getColumnModel();
    int count = shown.getColumnCount();
    boolean same =
        state.columns().stream().map(PanelState.Column::index).distinct().count() == count
            && state.columns().stream().allMatch(c -> c.index() >= 0 && c.index() < count);
    if (!same || state.columns().size() != count) {
      return;
    }
    for (int place = 0; place < count; place++) {
      PanelState.Column wanted = state.columns().get(place);
      int from = table.convertColumnIndexToView(wanted.index());
      shown.getColumn(from).setPreferredWidth(wanted.width());
      shown.moveColumn(from, place);
    }
    if (table.getRowSorter() != null) {
      table
          .getRowSorter()
          .setSortKeys(
              state.order().stream()
                  .filter(key -> key.index() >= 0 && key.index() < count)
                  .map(
                      key ->
                          new RowSorter.SortKey(
                              key.index(),
                              key.rising() ? SortOrder.ASCENDING : SortOrder.DESCENDING))
                  .toList());
    }
  }
}
