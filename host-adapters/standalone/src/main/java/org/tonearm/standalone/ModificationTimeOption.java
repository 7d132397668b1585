package org.tonearm.standalone;

import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagProfile.ModificationTime;

/** The words of {@code --mtime}. */
enum ModificationTimeOption {
  KEEP(ModificationTime.KEPT),
  TOUCH(ModificationTime.MOVED_ON);

  private final ModificationTime time;

  ModificationTimeOption(ModificationTime time) {
    this.time = time;
  }

  TagProfile applyTo(TagProfile profile) {
    return profile.withModificationTime(time);
  }
}
