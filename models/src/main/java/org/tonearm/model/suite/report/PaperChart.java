package org.tonearm.model.suite.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.tonearm.model.network.paper.PaperFigure;

/**
 * Bars of track accuracy with their spread over folds, and as a mark the paper's final figure on
 * tracks, where it states one.
 */
public final class PaperChart {
  private static final int BAR = 46;

  private PaperChart() {}

  /**
   * Draws it. Needs no display.
   *
   * @param file ends in .png
   * @param rows of all tasks; at least one
   */
  public static void draw(Path file, String title, List<RowFigures> rows) throws IOException {
    List<String> ids = rows.stream().map(r -> r.info().id()).distinct().toList();
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(260 + BAR * ids.size())
            .height(720)
            .title(title)
            .yAxisTitle("tracks told right, per cent")
            .build();
    chart.getStyler().setXAxisLabelRotation(90);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    chart.getStyler().setToolTipsEnabled(false);
    for (String task : rows.stream().map(RowFigures::task).distinct().toList()) {
      List<Double> bars = new ArrayList<>();
      List<Double> spreads = new ArrayList<>();
      for (String id : ids) {
        Share share =
            rows.stream()
                .filter(r -> r.task().equals(task) && r.info().id().equals(id))
                .map(RowFigures::right)
                .findFirst()
                .orElse(new Share(0, Double.NaN, Double.NaN));
        bars.add(number(100 * share.value()));
        spreads.add(number(100 * share.spread()));
      }
      chart.addSeries(task, ids, bars, spreads);
    }
    List<Double> marks = marks(rows, ids);
    if (marks.stream().anyMatch(m -> m != null)) {
      CategorySeries series = chart.addSeries("the paper, genre", ids, new ArrayList<>(marks));
      series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
      series.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(Color.BLACK);
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  /** One an id, null where the paper states no figure on tracks. */
  static List<Double> marks(List<RowFigures> rows, List<String> ids) {
    return ids.stream().map(id -> mark(rows, id)).toList();
  }

  private static Double mark(List<RowFigures> rows, String id) {
    return rows.stream()
        .filter(r -> r.info().id().equals(id))
        .flatMap(r -> r.info().figures().stream())
        .filter(PaperFigure::mark)
        .findFirst()
        .map(PaperFigure::percent)
        .orElse(null);
  }

  private static double number(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
