package org.tonearm.panel.state;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the panel was left. Immutable; what a file does not name is empty.
 *
 * @param window where it was; of width 0 if that is not known
 * @param view key of the view that was shown
 * @param theme system, light or dark
 * @param language tag of the language; "" for the system's
 * @param dividers places of dividers in pixels, by name
 * @param tables columns and order of tables, by name
 * @param inputs what was chosen or typed to narrow the library, by name
 * @param places addresses of the files and folders listed
 * @param decisions what was decided and is not yet written
 */
public record PanelState(
    Bounds window,
    String view,
    String theme,
    String language,
    Map<String, Integer> dividers,
    Map<String, Table> tables,
    Map<String, String> inputs,
    List<String> places,
    List<KeptDecision> decisions) {
  /** Of a panel that was never opened. */
  public static final PanelState NEW =
      new PanelState(null, null, null, null, null, null, null, null, null);

  /** This, in another's theme and language. */
  public PanelState looking(PanelState other) {
    return new PanelState(
        window, view, other.theme, other.language, dividers, tables, inputs, places, decisions);
  }

  /**
   * Where a window is.
   *
   * @param x of its left edge, in pixels before scaling
   * @param y of its upper edge
   * @param width 0 if nothing is known
   * @param height of the window
   * @param maximized whether it fills the screen
   */
  public record Bounds(int x, int y, int width, int height, boolean maximized) {
    /** Not known. */
    public static final Bounds NONE = new Bounds(0, 0, 0, 0, false);
  }

  /**
   * How a table is shown.
   *
   * @param columns in their order on the screen
   * @param order by what its rows are ordered, the most important first
   */
  public record Table(List<Column> columns, List<Order> order) {
    /** Copies the lists. */
    public Table {
      columns = columns == null ? List.of() : List.copyOf(columns);
      order = order == null ? List.of() : List.copyOf(order);
    }
  }

  /**
   * A column.
   *
   * @param index its number in the table's model
   * @param width in pixels before scaling
   */
  public record Column(int index, int width) {}

  /**
   * An order of rows.
   *
   * @param index number of the column
   * @param rising whether the least comes first
   */
  public record Order(int index, boolean rising) {}

  /**
   * Puts something empty where nothing is, and copies the collections; a decision that could not be
   * read is left out.
   */
  public PanelState {
    window = window == null ? Bounds.NONE : window;
    view = view == null ? "" : view;
    theme = theme == null ? "system" : theme;
    language = language == null ? "" : language;
    dividers = dividers == null ? Map.of() : Map.copyOf(dividers);
    tables = tables == null ? Map.of() : Map.copyOf(tables);
    inputs = inputs == null ? Map.of() : Map.copyOf(inputs);
    places = places == null ? List.of() : List.copyOf(places);
    decisions =
        decisions == null ? List.of() : decisions.stream().filter(Objects::nonNull).toList();
  }

  /** The same with other places. */
  public PanelState withPlaces(List<String> others) {
    return new PanelState(
        window, view, theme, language, dividers, tables, inputs, others, decisions);
  }
}
