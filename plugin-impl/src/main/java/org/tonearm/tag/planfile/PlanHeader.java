package org.tonearm.tag.planfile;

import java.time.Instant;
import java.util.Objects;
import org.tonearm.api.tag.TagProfile;

/**
 * What holds for all tracks of a plan.
 *
 * @param created when it was made
 * @param commandLine that made it
 * @param profile under which the tags were read, and are to be written
 */
public record PlanHeader(Instant created, String commandLine, TagProfile profile) {
  /** Checks that nothing is null. */
  public PlanHeader {
    Objects.requireNonNull(created);
    Objects.requireNonNull(commandLine);
    Objects.requireNonNull(profile);
  }
}
