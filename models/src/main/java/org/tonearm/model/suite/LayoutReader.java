package org.tonearm.model.suite;

import java.io.IOException;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/** Reads data sets in their original layouts. */
@FunctionalInterface
public interface LayoutReader {

  /**
   * The clips of a data set, labelled in the columns {@code genre}, {@code quadrant} or {@code
   * label}.
   *
   * @throws ConfigurationException if the layout is not known or the folder is not laid out so
   * @throws IOException if it can't be read
   */
  List<Clip> clips(DataSetSource source) throws ConfigurationException, IOException;
}
