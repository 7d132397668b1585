package org.tonearm.panel.view;

import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Path2D;

/** What the mouse does on the mood map. */
final class MapMouse extends MouseAdapter {
  private static final double NEARER = 1.25;
  private static final int LEAST_STEP = 3;

  private final MoodMap map;
  private Path2D drawn = new Path2D.Double();
  private Point last = new Point();

  MapMouse(MoodMap map) {
    this.map = map;
  }

  void listen() {
    map.addMouseListener(this);
    map.addMouseMotionListener(this);
    map.addMouseWheelListener(this);
  }

  @Override
  public void mousePressed(MouseEvent event) {
    map.requestFocusInWindow();
    drawn = new Path2D.Double();
    drawn.moveTo(event.getX(), event.getY());
    last = event.getPoint();
  }

  @Override
  public void mouseDragged(MouseEvent event) {
    // A line of fewer corners is asked faster what it holds.
    if (drawn.getCurrentPoint() != null && last.distance(event.getPoint()) >= LEAST_STEP) {
      drawn.lineTo(event.getX(), event.getY());
      last = event.getPoint();
      map.drawing(drawn);
    }
  }

  @Override
  public void mouseReleased(MouseEvent event) {
    if (drawn.getCurrentPoint() != null) {
      drawn.closePath();
    }
    map.choose(drawn);
  }

  @Override
  public void mouseMoved(MouseEvent event) {
    map.hover(event.getPoint());
  }

  @Override
  public void mouseWheelMoved(MouseWheelEvent event) {
    map.zoom(Math.pow(NEARER, -event.getPreciseWheelRotation()), event.getPoint());
  }
}
