package org.tonearm.panel.view;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes files and folders that are dropped on a component. */
final class DroppedPlaces extends TransferHandler {
  private static final long serialVersionUID = 1L;

  private final transient Consumer<List<Path>> taker;

  DroppedPlaces(Consumer<List<Path>> taker) {
    this.taker = taker;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
  }

  @Override
  public boolean importData(TransferSupport support) {
    try {
      List<Path> dropped = new ArrayList<>();
      Object data = support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
      for (Object file : (List<?>) data) {
        dropped.add(((File) file).toPath());
      }
      taker.accept(dropped);
      return true;
    } catch (UnsupportedFlavorException | IOException e) {
      return false;
    }
  }
}
