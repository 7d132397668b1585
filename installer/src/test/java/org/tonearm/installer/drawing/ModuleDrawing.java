package org.tonearm.installer.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws modules as boxes in rows, with a line up to each that a module needs, but for those that it
 * gets through another one. As SVG that heeds whether its reader's screen is light or dark.
 */
final class ModuleDrawing {
  private static final int WIDTH = 1500;

  /** Right edge of what leaves room for lines that pass it. */
  private static final int NARROW = WIDTH / 4;

  private static final int MARGIN = 24;
  private static final int GAP = 14;
  private static final int BETWEEN = 60;
  private static final int LINE = 17;
  private static final double LETTER = 6.6;

  private static final String STYLE =
      """
      <style>
      .page { fill: #ffffff } .box { fill: #f1f4f8; stroke: #5b6675; stroke-width: 1.2 }
      .line { fill: none; stroke: #7b8696; stroke-width: 1.3 } .head { fill: #7b8696 }
      .name { fill: #14181f; font-weight: 600 }
      .what { fill: #3c4654; font-size: 12px }
      @media (prefers-color-scheme: dark) {
      .page { fill: #16181d } .box { fill: #232830; stroke: #8a95a5 }
      .line { stroke: #8a95a5 } .head { fill: #8a95a5 }
      .name { fill: #f2f4f8 } .what { fill: #c3cad5 }
      }
      </style>
      """;

  /** Where a box lies. */
  private record Box(double x, double y, double width, double height) {}

  private final ModuleRows order;
  private final Map<String, Box> boxes = new LinkedHashMap<>();

  ModuleDrawing(List<Module> modules) {
    this.order = new ModuleRows(modules);
  }

  String svg() {
    List<List<Module>> rows = order.rows();
    double bottom = place(rows);
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " ")
        .append((int) bottom)
        .append("\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" role=\"img\">\n")
        .append("<title>The modules of Tonearm, and which needs which</title>\n")
        .append(STYLE)
        .append("<rect class=\"page\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n");
    for (List<Module> row : rows) {
      row.forEach(module -> lines(module, svg));
    }
    for (List<Module> row : rows) {
      row.forEach(module -> box(module, svg));
    }
    return svg.append("</svg>\n").toString();
  }

  /** Rows of one module on their way down leave the right free for lines that pass them. */
  private double place(List<List<Module>> rows) {
    double y = MARGIN;
    for (int i = 0; i < rows.size(); i++) {
      List<Module> row = rows.get(i);
      boolean first = i == 0;
      boolean last = i >= rows.size() - 2;
      boolean shared =
          !first && !last && i + 1 < rows.size() && row.size() > 1 && isPassed(rows, i);
      double left = shared ? NARROW + 2.0 * GAP : MARGIN;
      double right = row.size() == 1 && !first && !last ? NARROW : WIDTH - MARGIN;
      double width = (right - left - GAP * (row.size() - 1)) / row.size();
      int lines =
          row.stream().mapToInt(m -> wrapped(m.description(), width).size()).max().orElse(0);
      double height = 2.0 * LINE + LINE * lines;
      for (int j = 0; j < row.size(); j++) {
        boxes.put(row.get(j).name(), new Box(left + j * (width + GAP), y, width, height));
      }
      y += height + BETWEEN;
    }
    return y - BETWEEN + MARGIN;
  }

  /** Whether a module below a row needs, past it, one of the row above that leaves room for it. */
  private boolean isPassed(List<List<Module>> rows, int row) {
    List<String> above = rows.get(row - 1).stream().map(Module::name).toList();
    return rows.stream()
        .skip(row + 1L)
        .flatMap(List::stream)
        .anyMatch(module -> order.direct(module).stream().anyMatch(above::contains));
  }

  private void lines(Module module, StringBuilder svg) {
    Box from = boxes.get(module.name());
    List<String> needs = new ArrayList<>(order.direct(module));
    for (int i = 0; i < needs.size(); i++) {
      Box to = boxes.get(needs.get(i));
      double middle = from.x() + from.width() / 2;
      // A wide box sends its lines off below the modules that it needs.
      boolean wide = from.width() > to.width() * 1.5;
      double start = wide ? to.x() + to.width() / 2 : middle + (i - (needs.size() - 1) / 2.0) * 12;
      start = Math.max(from.x() + GAP, Math.min(from.x() + from.width() - GAP, start));
      double end = Math.max(to.x() + GAP, Math.min(to.x() + to.width() - GAP, start));
      double foot = to.y() + to.height();
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"line\" d=\"M%.1f %.1fV%.1fL%.1f %.1f\"/>\n"
                  + "<path class=\"head\" d=\"M%.1f %.1fl-4 8h8z\"/>\n",
              start,
              from.y(),
              Math.min(from.y(), foot + BETWEEN) - 4,
              end,
              foot + 8,
              end,
              foot));
    }
  }

  private void box(Module module, StringBuilder svg) {
    Box box = boxes.get(module.name());
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"box\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\"/>\n"
                + "<text class=\"name\" x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">%s</text>\n",
            box.x(),
            box.y(),
            box.width(),
            box.height(),
            box.x() + 10,
            box.y() + 22,
            Math.min(14, (box.width() - 20) / (0.65 * module.name().length())),
            module.name()));
    double y = box.y() + 22;
    for (String line : wrapped(module.description(), box.width())) {
      y += LINE;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"what\" x=\"%.1f\" y=\"%.1f\">%s</text>\n",
              box.x() + 10,
              y,
              line.replace("&", "&amp;").replace("<", "&lt;")));
    }
  }

  private static List<String> wrapped(String text, double width) {
    int most = (int) ((width - 20) / LETTER);
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
        lines.add(line);
        line = "";
      }
      line = line.isEmpty() ? word : line + " " + word;
    }
    lines.add(line);
    return lines;
  }
}
