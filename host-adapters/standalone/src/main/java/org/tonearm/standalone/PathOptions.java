package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which tracks. */
final class PathOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec verb;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, and folders with all that is in them.")
  private List<Path> paths = new ArrayList<>();

  @Mixin private NamePatterns names;

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
