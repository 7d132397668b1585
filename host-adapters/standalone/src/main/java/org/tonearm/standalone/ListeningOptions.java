package org.tonearm.standalone;

import org.tonearm.api.audio.Excerpts;
import picocli.CommandLine.Option;

/** How tracks are listened to. What is not given here, the configuration says. */
final class ListeningOptions {
  @Option(
      names = "--fields",
      paramLabel = "genre,mood",
      hideParamSyntax = true,
      description = "Which of the two are told (default: both).")
  private String fields;

  @Option(
      names = "--min-genre",
      paramLabel = "P",
      description =
          "Least probability, 0 to 1, at which a genre is told; below it, none is (default: the"
              + " model's own).")
  private String minGenre;

  @Option(names = "--min-mood", paramLabel = "P", description = "The same for the mood.")
  private String minMood;

  @Option(
      names = "--subgenres",
      negatable = true,
      description =
          "Tell a kind of a genre in its place, such as House for Electronic, where the model knows"
              + " kinds and is sure enough (default: off).")
  private Boolean subgenres;

  @Option(
      names = "--genre-model",
      paramLabel = "ID",
      description = "Model for the genre; 'tonearm models' lists them.")
  private String genreModel;

  @Option(names = "--mood-model", paramLabel = "ID", description = "Model for the mood.")
  private String moodModel;

  @Option(
      names = "--excerpts",
      paramLabel = "whole|N",
      description = {
        "Listen to the whole track (default), or to N excerpts of " + Excerpts.SECONDS + " s",
        "spread over it, which is faster and a little less sure."
      })
  private String excerpts;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Tracks heard at a time (default: one for each processor core).")
  private String jobs;

  @Option(
      names = "--backend",
      paramLabel = "auto|cpu|cuda",
      description =
          "Where features are computed: the processor, an NVIDIA card, or a card where one can be"
              + " used (default: auto).")
  private String backend;

  /** As settings. */
  Choices choices() {
    return new Choices()
        .with("--fields", fields, "tagging.fields")
        .with("--min-genre", minGenre, "thresholds.min-genre")
        .with("--min-mood", minMood, "thresholds.min-mood")
        .with("--subgenres", subgenres == null ? null : subgenres.toString(), "tagging.subgenres")
        .with("--genre-model", genreModel, "models.genre")
        .with("--mood-model", moodModel, "models.mood")
        .with("--excerpts", excerpts, "listening.excerpts")
        .with("--jobs", jobs, "listening.jobs")
        .with("--backend", backend, "listening.backend");
  }
}
