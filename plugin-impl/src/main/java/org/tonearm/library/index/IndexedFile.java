package org.tonearm.library.index;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.tag.TagProfile;

/**
 * What the index knows of a file.
 *
 * @param path where it is; absolute when it comes from the index
 * @param stat how it looked
 * @param fingerprint its audio
 * @param tags its tags; empty if no codec reads them
 */
public record IndexedFile(
    Path path, FileStat stat, Fingerprint fingerprint, Optional<TagsSeen> tags) {
  /** Checks that nothing is null. */
  public IndexedFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(stat);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(tags);
  }

  /** The tags, if they were read as this profile has them read. */
  public Optional<TagsSeen> tags(TagProfile profile) {
    return tags.filter(seen -> seen.readWith(profile));
  }
}
