package org.tonearm.panel.view;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.tonearm.panel.MoodPoints;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Tracks;

/** The tracks by their mood, with what can be done with the map. */
final class MoodMapView extends JPanel implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final double NEARER = 1.25;

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
    super(
        new MigLayout("fill, insets 8 8 0 8, wrap 1", "[grow, fill]", "[]0[]6[grow, fill]4[]4[]"));
    setName("mood-map");
    Controls controls = new Controls(texts);
    MoodPoints points = new MoodPoints(tracks, screen, this::pointsChanged);
    this.map = new MoodMap(texts, points::all, screen);
    JLabel chosen = new JLabel(texts.get("map.chosen", 0));
    chosen.setName("map.chosen");
    JLabel under = PlainText.in(new JLabel(" "));
    under.setName("map.under");
    JButton list = controls.button("map.playlist", () -> playlist.accept(map.chosen()));
    list.setEnabled(false);
    map.onChosen(
        files -> {
          chosen.setText(texts.get("map.chosen", files.size()));
          list.setEnabled(!files.isEmpty());
        });
    map.onHover(words -> under.setText(words.orElse(" ")));
    add(new JLabel(texts.get("map.help")), "wmin 0");
    add(new JLabel(texts.get("map.keys")), "wmin 0");
    add(map, "grow, wmin 0, hmin 0");
    add(under, "wmin 0");
    add(
        new WrappingRow(
            2 * Gaps.BETWEEN,
            controls.button("map.in", () -> map.zoom(NEARER)),
            controls.button("map.out", () -> map.zoom(1 / NEARER)),
            controls.button("map.whole", map::whole),
            controls.button("map.shown", map::chooseShown),
            list,
            controls.button("map.picture", () -> picture.accept(map)),
            chosen),
        "wmin 0");
  }

  @Override
  public void close() {
    map.close();
  }

  private void pointsChanged() {
    map.repaint();
  }
}
