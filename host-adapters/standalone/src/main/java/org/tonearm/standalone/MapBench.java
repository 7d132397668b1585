package org.tonearm.standalone;

import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.tonearm.standalone.bench.StepFigures;

/** What a user does on the mood map, timed. */
final class MapBench {
  private static final int MAP = 2;
  private static final int ZOOMS = 60;
  private static final int HOVERS = 200;
  private static final int REGIONS = 20;
  private static final int CORNERS = 40;

  private final PanelOnBench panel;

  MapBench(PanelOnBench panel) {
    this.panel = panel;
  }

  List<StepFigures> run() throws InterruptedException {
    List<StepFigures> figures = new ArrayList<>();
    JComponent map = panel.part("map", JPanel.class);
    figures.add(panel.step("show the map", List.of(() -> panel.view().show(MAP)), false));
    List<Runnable> zooms = new ArrayList<>();
    for (int i = 0; i < ZOOMS; i++) {
      int notch = i % 20 < 10 ? -1 : 1;
      zooms.add(() -> wheel(map, notch));
    }
    figures.add(panel.step("zoom the map", zooms, false));
    Random random = new Random(2);
    List<Runnable> hovers = new ArrayList<>();
    for (int i = 0; i < HOVERS; i++) {
      hovers.add(
          () ->
              mouse(
                  map,
                  MouseEvent.MOUSE_MOVED,
                  random.nextInt(map.getWidth()),
                  random.nextInt(map.getHeight())));
    }
    figures.add(panel.step("point at the map", hovers, false));
    List<Runnable> regions = new ArrayList<>();
    for (int i = 0; i < REGIONS; i++) {
      double radius = 40 + 10.0 * i;
      regions.add(() -> region(map, radius));
    }
    figures.add(panel.step("draw a region", regions, false));
    return figures;
  }

  private static void region(JComponent map, double radius) {
    int x = map.getWidth() / 2;
    int y = map.getHeight() / 2;
    mouse(map, MouseEvent.MOUSE_PRESSED, (int) (x + radius), y);
    for (int i = 1; i <= CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      mouse(
          map,
          MouseEvent.MOUSE_DRAGGED,
          (int) (x + radius * Math.cos(angle)),
          (int) (y + radius * Math.sin(angle)));
    }
    mouse(map, MouseEvent.MOUSE_RELEASED, (int) (x + radius), y);
  }

  private static void mouse(JComponent map, int kind, int x, int y) {
    int button = kind == MouseEvent.MOUSE_MOVED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
    map.dispatchEvent(
        new MouseEvent(map, kind, System.currentTimeMillis(), 0, x, y, 1, false, button));
  }

  private static void wheel(JComponent map, int notch) {
    map.dispatchEvent(
        new MouseWheelEvent(
            map,
            MouseEvent.MOUSE_WHEEL,
            System.currentTimeMillis(),
            0,
            map.getWidth() / 3,
            map.getHeight() / 3,
            0,
            false,
            MouseWheelEvent.WHEEL_UNIT_SCROLL,
            1,
            notch));
  }
}
