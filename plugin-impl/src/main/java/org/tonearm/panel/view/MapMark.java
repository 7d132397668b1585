package org.tonearm.panel.view;

import java.util.List;
import org.tonearm.panel.MoodPoint;

/**
 * A mark on the map: a track, or all tracks of a small square.
 *
 * @param x in pixels
 * @param y in pixels
 * @param radius in pixels
 * @param mark of the genre, the most frequent one in a square
 * @param tracks one or more
 */
record MapMark(double x, double y, double radius, GenreMark mark, List<MoodPoint> tracks) {}
