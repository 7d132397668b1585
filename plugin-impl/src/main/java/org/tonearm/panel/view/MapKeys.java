package org.tonearm.panel.view;

/** What keys do on the mood map. */
final class MapKeys {
  private static final int STEP = 6;
  private static final double PART = 0.15;
  private static final double NEARER = 1.25;

  private final MoodMap map;

  MapKeys(MoodMap map) {
    this.map = map;
  }

  void listen() {
    key("LEFT", () -> map.cross(-STEP, 0));
    key("RIGHT", () -> map.cross(STEP, 0));
    key("UP", () -> map.cross(0, -STEP));
    key("DOWN", () -> map.cross(0, STEP));
    key("shift LEFT", () -> map.pan(-PART, 0));
    key("shift RIGHT", () -> map.pan(PART, 0));
    key("shift UP", () -> map.pan(0, PART));
    key("shift DOWN", () -> map.pan(0, -PART));
    for (String plus : new String[] {"ADD", "typed +"}) {
      key(plus, () -> map.zoom(NEARER));
    }
    for (String minus : new String[] {"SUBTRACT", "typed -"}) {
      key(minus, () -> map.zoom(1 / NEARER));
    }
    key("0", map::whole);
    key("NUMPAD0", map::whole);
  }

  private void key(String stroke, Runnable run) {
    Controls.key(map, stroke, Keys.action(run));
  }
}
