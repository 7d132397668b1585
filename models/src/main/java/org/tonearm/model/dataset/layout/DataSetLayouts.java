package org.tonearm.model.dataset.layout;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/** The layouts that are known. Immutable and thread-safe. */
public final class DataSetLayouts {
  private final List<DataSetLayout> layouts =
      List.of(
          new GtzanLayout(),
          new Ismir2004Layout(),
          new FourQuadrantLayout(),
          new MirexLikeLayout(),
          new EmotifyLayout());

  /** All of them. */
  public List<DataSetLayout> all() {
    return layouts;
  }

  /**
   * All clips of a folder whose layout is said; one at least.
   *
   * @param word of the layout
   * @throws ConfigurationException {@code option} if there is no such layout or it is not the
   *     folder's, {@code data-set} if the folder is none or a file of it can't be used
   */
  public List<Clip> clips(String word, Path root) throws ConfigurationException {
    DataSetLayout named =
        layouts.stream()
            .filter(layout -> layout.word().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "option",
                        "--data-set names the layout " + word + ", which is not known",
                        "Give one of "
                            + layouts.stream()
                                .map(DataSetLayout::word)
                                .sorted()
                                .collect(Collectors.joining(", "))
                            + "."));
    if (of(root) != named) {
      throw new ConfigurationException(
          "option",
          root + " does not have the folders of " + word,
          "Give the folder that holds the data set as its authors hand it out.");
    }
    return clips(root);
  }

  /**
   * All clips of a folder, by its layout; one at least.
   *
   * @throws ConfigurationException {@code data-set} if its layout is not known, or if a file of it
   *     can't be used
   */
  public List<Clip> clips(Path root) throws ConfigurationException {
    DataSetLayout layout = of(root);
    List<Clip> clips = layout.clips(root);
    if (clips.isEmpty()) {
      throw new ConfigurationException(
          "data-set",
          root + " has the folders of " + layout.id() + ", but no audio in them",
          "Put the data set's audio into them.");
    }
    return clips;
  }

  /**
   * The layout of a folder.
   *
   * @throws ConfigurationException {@code data-set} if it is none of those known
   */
  public DataSetLayout of(Path root) throws ConfigurationException {
    return layouts.stream()
        .filter(layout -> layout.recognises(root))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "data-set",
                    root + " does not look like a data set that is known",
                    "Give the folder that holds one of "
                        + layouts.stream().map(DataSetLayout::id).collect(Collectors.joining(", "))
                        + " as its authors hand it out, or a manifest."));
  }
}
