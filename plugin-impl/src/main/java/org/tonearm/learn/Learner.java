package org.tonearm.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.tag.TagField;
import org.tonearm.correction.Corrections;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.classifier.TrunkSource;
import org.tonearm.model.learned.TaughtTrack;
import org.tonearm.model.learned.Teaching;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.run.Cancellation;
import org.tonearm.run.FeatureExtractors;
import org.tonearm.run.InstalledModels;
import org.tonearm.run.Recollection;
import org.tonearm.run.TrackOutcome;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Learns labels from the tags of a library: reads tags, chooses labels, hears the tracks with the
 * trunk of an installed model, and teaches machines on that. Writes nothing but what the index and
 * the frame store remember, by which a second time is quick.
 */
public final class Learner {
  private final AudioDecoder decoder;
  private final FeatureExtractors extractors;
  private final InstalledModels models;
  private final Recollection recollection;
  private final Taxonomy taxonomy;

  /** Of the installed parts. */
  public Learner(
      AudioDecoder decoder,
      FeatureExtractors extractors,
      InstalledModels models,
      Recollection recollection,
      Taxonomy taxonomy) {
    this.decoder = decoder;
    this.extractors = extractors;
    this.models = models;
    this.recollection = recollection;
    this.taxonomy = taxonomy;
  }

  /**
   * Learns.
   *
   * @param tracks of the library
   * @param corrections prevail over what stands in the tags
   * @param answers values of the tags that are not learnt from
   * @param progress told of each stage
   * @param cancellation ends it early
   * @throws ConfigurationException {@code no-labels}, {@code too-few-labels}, {@code no-trunk} or
   *     {@code no-model}
   * @throws InterruptedException if it was cancelled
   */
  public Lesson learn(
      List<Track> tracks,
      Corrections corrections,
      OwnAnswers answers,
      LearnSettings settings,
      TrainingListener progress,
      Cancellation cancellation)
      throws TonearmException, InterruptedException {
    Trunk trunk = trunk(settings.task());
    List<TrackOutcome> failed = new ArrayList<>();
    TrackWork work = new TrackWork(progress, cancellation, settings.jobs(), failed::add);
    TagField field = TagField.of(settings.task());
    List<TaggedTrack> read =
        work.run(
            "Reading tags",
            tracks,
            track -> track,
            new TagGathering(
                recollection, taxonomy, field, settings.profile(), corrections, answers));
    Missing missing = new Missing((int) read.stream().filter(TaggedTrack::own).count(), failed);
    List<TaggedTrack> tagged =
        read.stream()
            .filter(track -> track.value().isPresent())
            .sorted(Comparator.comparing(t -> t.track().path()))
            .toList();
    LabelChoice choice = choose(tagged, settings, tracks.size(), missing);
    TrackHearing.Heard hearing =
        new TrackHearing(decoder, extractors, recollection).hear(choice, trunk, settings, work);
    LabelChoice heard = hearing.choice().enough(settings.least());
    require(heard, settings, missing);
    List<TaughtTrack> taught = new ArrayList<>();
    for (int label = 0; label < heard.labels().size(); label++) {
      for (LabelChoice.Member member : heard.labels().get(label).members()) {
        taught.add(
            new TaughtTrack(
                member.track().track().path().toString(),
                label,
                member.group(),
                hearing.sounds().get(member.track())));
      }
    }
    return Lessons.lesson(
        heard,
        trunk,
        settings,
        Teaching.USUAL.teach(taught, heard.labels().size(), progress),
        missing);
  }

  private Trunk trunk(Task task) throws ConfigurationException {
    try (Classifier model = models.open(task, Optional.empty())) {
      if (model instanceof TrunkSource source) {
        return source.trunk();
      }
      throw new ConfigurationException(
          "no-trunk",
          "The first model for the "
              + task.word()
              + ", "
              + model.info().id()
              + ", can't be taught.",
          "Install Tonearm's own models; 'tonearm models' lists what is there.");
    }
  }

  private LabelChoice choose(
      List<TaggedTrack> tagged, LearnSettings settings, int tracks, Missing missing)
      throws ConfigurationException {
    if (tagged.isEmpty()) {
      throw new ConfigurationException(
          "no-labels",
          tracks == 0
              ? "No audio files found."
              : "None of "
                  + tracks
                  + " tracks has a "
                  + settings.task().word()
                  + " in its tags."
                  + missing.sentence(settings.task()),
          "Tag some tracks of each kind by hand, or name the folder of those that are tagged.");
    }
    LabelChoice choice =
        LabelChoice.of(
            tagged,
            taxonomy,
            settings.task() == Task.GENRE,
            settings.least(),
            settings.most(),
            LearnSettings.MOST_TRACKS);
    require(choice, settings, missing);
    return choice;
  }

  private static void require(LabelChoice choice, LearnSettings settings, Missing missing)
      throws ConfigurationException {
    if (choice.labels().size() < 2) {
      throw new ConfigurationException(
          "too-few-labels",
          "To learn, two labels are needed with "
              + settings.least()
              + " tracks or more that can be heard, of two artists or more; there "
              + (choice.labels().isEmpty()
                  ? "is none."
                  : "is one, " + choice.labels().get(0).name() + ".")
              + choice.nearest()
              + missing.sentence(settings.task()),
          "Tag more tracks, or lower --least.");
    }
  }
}
