package org.tonearm.panel.view;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.tonearm.panel.MoodPoint;
import org.tonearm.panel.Texts;
import org.tonearm.panel.Tracks;

/** The tracks by their mood, with what can be done with the map. */
final class MoodMapView extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int GAP = 8;

  private final MoodMap map;

  /**
   * @param playlist told of the tracks in the region that was drawn
   * @param picture told to save the map as a picture
   */
  MoodMapView(
      Texts texts, Tracks tracks, Consumer<List<Path>> playlist, Consumer<MoodMap> picture) {
    super(new BorderLayout(0, GAP));
    setName("mood-map");
    setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
    Controls controls = new Controls(texts);
    JLabel chosen = new JLabel(texts.get("map.chosen", 0));
    Supplier<List<MoodPoint>> points =
        () -> tracks.all().stream().flatMap(row -> MoodPoint.of(row).stream()).toList();
    this.map = new MoodMap(texts, points);
    JButton list = controls.button("map.playlist", () -> playlist.accept(map.chosen()));
    list.setEnabled(false);
    map.onChosen(
        files -> {
          chosen.setText(texts.get("map.chosen", files.size()));
          list.setEnabled(!files.isEmpty());
        });
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 0));
    row.add(controls.button("map.in", () -> map.zoom(1.25)));
    row.add(controls.button("map.out", () -> map.zoom(0.8)));
    row.add(controls.button("map.whole", map::whole));
    row.add(list);
    row.add(controls.button("map.picture", () -> picture.accept(map)));
    row.add(chosen);
    add(new JLabel(texts.get("map.help")), BorderLayout.PAGE_START);
    add(map, BorderLayout.CENTER);
    add(row, BorderLayout.PAGE_END);
    tracks.listen(
        new Tracks.Listener() {
          @Override
          public void added(int first, int last) {
            map.repaint();
          }

          @Override
          public void changed(int index) {
            map.repaint();
          }
        });
  }
}
