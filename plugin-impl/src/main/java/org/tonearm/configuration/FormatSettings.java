package org.tonearm.configuration;

import java.util.Objects;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagProfile;

/**
 * How the tags of one format are written.
 *
 * @param separator joins and splits several values in one text
 * @param multiValues how several values are written
 * @param id3Version what becomes of the version of ID3 tags
 */
public record FormatSettings(String separator, MultiValues multiValues, Id3Choice id3Version) {
  /** What becomes of the version of ID3 tags. */
  public enum Id3Choice {
    /** The file's own stays; new tags get the host's. */
    KEEP,
    /** ID3v2.3. */
    V2_3,
    /** ID3v2.4. */
    V2_4
  }

  /** Checks that nothing is null. */
  public FormatSettings {
    Objects.requireNonNull(separator);
    Objects.requireNonNull(multiValues);
    Objects.requireNonNull(id3Version);
  }

  /** The host's profile with what is set here. */
  TagProfile applyTo(TagProfile host) {
    int version =
        switch (id3Version) {
          case KEEP -> host.newId3Version();
          case V2_3 -> 3;
          case V2_4 -> 4;
        };
    // Several values are the profile's business: whoever plans must know what will be left of them.
    return new TagProfile(
        separator, host.moodDescription(), version, host.modificationTime(), host.multiValues());
  }
}
