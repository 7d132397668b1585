package org.tonearm.composition;

import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.layout.DataSetLayouts;
import org.tonearm.model.suite.DataSetSource;

/** The data sets that the suite of the papers can be given, by the words of --data-set. */
final class PaperParts {
  private static final Map<String, String> LAYOUTS =
      Map.of(
          "gtzan", "genre_gtzan",
          "ismir2004", "genre_ismir2004",
          "4q", "mood_4q_taffc",
          "mirex-like", "mood_mirex_like",
          "emotify", "genre_mood_emotify");

  private PaperParts() {}

  static List<Clip> clips(DataSetSource source) throws ConfigurationException {
    String id = LAYOUTS.get(source.layout());
    DataSetLayouts layouts = new DataSetLayouts();
    if (id == null) {
      throw new ConfigurationException(
          "option",
          "--data-set names the layout " + source.layout() + ", which is not known",
          "Give one of " + String.join(", ", LAYOUTS.keySet().stream().sorted().toList()) + ".");
    }
    if (!layouts.of(source.folder()).id().equals(id)) {
      throw new ConfigurationException(
          "option",
          source.folder() + " does not have the folders of " + source.layout(),
          "Give the folder that holds the data set as its authors hand it out.");
    }
    return layouts.clips(source.folder());
  }
}
