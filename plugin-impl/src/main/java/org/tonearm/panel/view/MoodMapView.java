package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.panel.MoodPoints;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Tracks;

/** The tracks by their mood, with what can be done with the map. */
final class MoodMapView extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = Gaps.BETWEEN;
  private static final double NEARER = 1.25;

  private final transient MoodPoints points;
  private final MoodMap map;

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param playlist told of the tracks in the region that was drawn
   * @param picture told to save the map as a picture
   */
  MoodMapView(
      Texts texts,
      Tracks tracks,
      Executor screen,
      Consumer<List<Path>> playlist,
      Consumer<MoodMap> picture) {
    super(new BorderLayout(0, GAP));
    setName("mood-map");
    setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
    Controls controls = new Controls(texts);
    this.points = new MoodPoints(tracks, screen, this::pointsChanged);
    this.map = new MoodMap(texts, points::all);
    JLabel chosen = new JLabel(texts.get("map.chosen", 0));
    chosen.setName("map.chosen");
    JLabel under = new JLabel(" ");
    under.setName("map.under");
    JButton list = controls.button("map.playlist", () -> playlist.accept(map.chosen()));
    list.setEnabled(false);
    map.onChosen(
        files -> {
          chosen.setText(texts.get("map.chosen", files.size()));
          list.setEnabled(!files.isEmpty());
        });
    map.onHover(words -> under.setText(words.orElse(" ")));
    JPanel row =
        new WrappingRow(
            GAP,
            controls.button("map.in", () -> map.zoom(NEARER)),
            controls.button("map.out", () -> map.zoom(1 / NEARER)),
            controls.button("map.whole", map::whole),
            controls.button("map.shown", map::chooseShown),
            list,
            controls.button("map.picture", () -> picture.accept(map)),
            chosen);
    JPanel below = new JPanel(new BorderLayout(0, Gaps.NEAR));
    below.add(under, BorderLayout.PAGE_START);
    below.add(row, BorderLayout.PAGE_END);
    JPanel help = new JPanel(new GridLayout(0, 1));
    help.add(new JLabel(texts.get("map.help")));
    help.add(new JLabel(texts.get("map.keys")));
    add(help, BorderLayout.PAGE_START);
    add(map, BorderLayout.CENTER);
    add(below, BorderLayout.PAGE_END);
  }

  private void pointsChanged() {
    map.repaint();
  }
}
