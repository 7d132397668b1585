package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which tracks of a program's library. */
final class HostTracksOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Only tracks that lie here: files, and folders with all that is in them.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private NamePatterns names;

  /** Whether some were named. */
  boolean areNamed() {
    return !paths.isEmpty();
  }

  /** Begins to list the tracks. */
  FoundTracks find(Workplace workplace) {
    return find(workplace, false);
  }

  /**
   * Begins to list the tracks.
   *
   * @param byFolder whether those of a folder are to come in one go, else in the order given
   */
  FoundTracks find(Workplace workplace, boolean byFolder) {
    return names.find(verb, workplace, byFolder ? FolderOrder.of(paths) : paths);
  }
}
