package org.tonearm.model.dataset.layout;

import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.model.dataset.Clip;

/**
 * How the folders of one data set lie. Stateless and thread-safe.
 *
 * <p>Clips carry the columns that the data set can fill, named as in manifests: {@code label}, and
 * {@code genre}, {@code quadrant}, {@code cluster}, {@code category}, {@code moods}, {@code artist}
 * and {@code title}, or the nine emotions. Where the data set, or a list beside it, fixes a split,
 * the column {@code split} says {@code train}, {@code valid} or {@code test}. A clip's group is its
 * artist, or the clip itself where no artist is known.
 */
public interface DataSetLayout {

  /** The data set's name, which is also its clips' {@code dataset}. */
  String id();

  /** What {@code --data-set} calls it. */
  String word();

  /** True if a folder looks like this data set; false too where it can't be read. */
  boolean recognises(Path root);

  /**
   * All clips, in the order of their paths or of the data set's own list.
   *
   * @param root a folder that is recognised
   * @throws ConfigurationException {@code data-set}, naming the file and line that can't be used
   */
  List<Clip> clips(Path root) throws ConfigurationException;
}
