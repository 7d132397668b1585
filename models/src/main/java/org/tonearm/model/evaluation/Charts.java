package org.tonearm.model.evaluation;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws figures as PNG files. Needs no display. */
public final class Charts {
  /** The darkest is one on which black figures can be read. */
  private static final Color[] SHADES = {
    Color.WHITE, new Color(0xDEEBF7), new Color(0xC6DBEF), new Color(0x9ECAE1), new Color(0x6BAED6)
  };

  private static final int LONGEST_LABEL = 28;
  private static final int LETTER = 7;
  private static final int TITLE_LETTER = 9;

  /** Labels beyond which cells shrink, so that the picture grows no further. */
  private static final int MOST_WHOLE_CELLS = 60;

  private Charts() {}

  /**
   * A confusion matrix, in per cent of each true label's clips. Long labels are cut short; of more
   * than 60 labels the cells shrink and their numbers are left out.
   *
   * @param file ends in .png
   */
  public static void confusion(Path file, String title, List<String> labels, int[][] confusion)
      throws IOException {
    List<String> shown = labels.stream().map(Charts::shortened).toList();
    int longest = LETTER * shown.stream().mapToInt(String::length).max().orElse(0);
    int cells = Math.min(labels.size(), MOST_WHOLE_CELLS);
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(Math.max(150 + longest + 52 * cells, 20 + TITLE_LETTER * title.length()))
            .height(130 + longest + 44 * cells)
            .title(title)
            .xAxisTitle("told")
            .yAxisTitle("truth")
            .build();
    chart.getStyler().setPlotContentSize(1);
    chart.getStyler().setShowValue(labels.size() <= MOST_WHOLE_CELLS);
    chart.getStyler().setRangeColors(SHADES);
    chart.getStyler().setXAxisLabelRotation(45);
    List<Number[]> shares = new ArrayList<>();
    for (int truth = 0; truth < labels.size(); truth++) {
      int total = Math.max(1, java.util.Arrays.stream(confusion[truth]).sum());
      for (int told = 0; told < labels.size(); told++) {
        long share = Math.round(100.0 * confusion[truth][told] / total);
        shares.add(new Number[] {told, truth, share});
      }
    }
    chart.addSeries("per cent of the true label's clips", numbered(shown), numbered(shown), shares);
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }

  /** Two labels that are alike once they are shortened are told apart by a number. */
  private static List<String> numbered(List<String> labels) {
    Set<String> names = new LinkedHashSet<>();
    for (String label : labels) {
      String name = label;
      for (int i = 2; !names.add(name); i++) {
        name = label + " " + i;
      }
    }
    return List.copyOf(names);
  }

  /** Stated probability against what held, in ten bins of equal count. */
  public static void reliability(Path file, String title, List<Prediction> predictions)
      throws IOException {
    List<Prediction> sorted =
        predictions.stream().sorted(Comparator.comparingDouble(Prediction::confidence)).toList();
    List<Figures.Bin> bins = Figures.bins(sorted);
    XYChart chart =
        new XYChartBuilder()
            .width(560)
            .height(480)
            .title(title)
            .xAxisTitle("stated probability")
            .yAxisTitle("share that was right")
            .build();
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    chart
        .addSeries("perfect", new double[] {0, 1}, new double[] {0, 1})
        .setMarker(SeriesMarkers.NONE);
    chart.addSeries(
        "held-out clips",
        bins.stream().mapToDouble(Figures.Bin::confidence).toArray(),
        bins.stream().mapToDouble(Figures.Bin::accuracy).toArray());
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  /**
   * Curves over epochs.
   *
   * @param curves name to one value an epoch, of equal or different lengths, none empty
   */
  public static void learning(Path file, String title, Map<String, List<Double>> curves)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(480)
            .title(title)
            .xAxisTitle("epoch")
            .yAxisTitle("training loss")
            .build();
    curves.forEach((name, values) -> chart.addSeries(name, values).setMarker(SeriesMarkers.NONE));
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
