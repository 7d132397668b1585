package org.tonearm.panel.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import org.tonearm.panel.Texts;

/** Asks the user for files and folders. */
final class Dialogs {
  private final Texts texts;
  private final JComponent owner;

  Dialogs(Texts texts, JComponent owner) {
    this.texts = texts;
    this.owner = owner;
  }

  /** Files and folders to listen to; none if the user thinks better of it. */
  List<Path> places() {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle(texts.get("dialog.places"));
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    chooser.setMultiSelectionEnabled(true);
    return chooser.showOpenDialog(owner) == JFileChooser.APPROVE_OPTION
        ? Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList()
        : List.of();
  }

  /** Where a playlist goes. */
  Optional<Path> playlist() {
    return target("dialog.playlist", "tonearm.m3u8");
  }

  /** Where a picture goes. */
  Optional<Path> picture() {
    return target("dialog.picture", "mood-map.png");
  }

  private Optional<Path> target(String title, String name) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle(texts.get(title));
    chooser.setSelectedFile(new File(name));
    return chooser.showSaveDialog(owner) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }
}
