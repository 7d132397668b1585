package org.tonearm.panel.view;

import java.awt.Dimension;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import org.tonearm.panel.Texts;
import org.tonearm.panel.artwork.Cover;
import org.tonearm.panel.artwork.Covers;

/** The cover of the selected track, or a word on why there is none. */
final class CoverView extends JLabel implements AutoCloseable {
  private static final long serialVersionUID = 1L;
  private static final int SIDE = 136;
  private static final int KEPT = 32;

  private final transient Texts texts;
  private final transient Covers covers;
  private final transient CoverIcon icon = new CoverIcon(SIDE);
  private transient Optional<Path> shown = Optional.empty();

  CoverView(Texts texts, TrackMedia media) {
    this.texts = texts;
    // Twice as fine, for screens that are.
    this.covers = new Covers(media.pictures(), 2 * SIDE, KEPT, media.screen(), file -> show(shown));
    setHorizontalAlignment(SwingConstants.CENTER);
    setVerticalAlignment(SwingConstants.TOP);
    setPreferredSize(new Dimension(SIDE + 2, SIDE + 2));
    setMinimumSize(getPreferredSize());
    new Controls(texts).name(this, "review.cover");
  }

  /** Shows a track's cover, or nothing. */
  void show(Optional<Path> file) {
    shown = file;
    Cover cover = file.map(covers::of).orElse(Cover.AWAITED);
    icon.show(cover);
    setIcon(cover.image().isPresent() ? icon : null);
    String words =
        switch (cover.kind()) {
          case AWAITED, SHOWN -> "";
          case NONE -> texts.get("cover.none");
          case UNREADABLE -> texts.get("cover.unreadable");
        };
    setText(words.isEmpty() ? "" : "<html><center>" + words + "</center></html>");
    setBorder(
        words.isEmpty()
            ? BorderFactory.createEmptyBorder(1, 1, 1, 1)
            : BorderFactory.createLineBorder(Colors.faint()));
    getAccessibleContext().setAccessibleDescription(words);
    repaint();
  }

  @Override
  public void close() {
    covers.close();
  }
}
