package org.tonearm.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.tag.TagField;
import org.tonearm.correction.Corrections;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.classifier.TrunkSource;
import org.tonearm.model.classifier.WindowSound;
import org.tonearm.model.learned.TaughtTrack;
import org.tonearm.model.learned.Teaching;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.run.Cancellation;
import org.tonearm.run.FeatureExtractors;
import org.tonearm.run.InstalledModels;
import org.tonearm.run.Listening;
import org.tonearm.run.ModelInUse;
import org.tonearm.run.Pipeline;
import org.tonearm.run.Recollection;
import org.tonearm.run.TrackOutcome;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Learns labels from the tags of a library: reads tags, chooses labels, hears the tracks with the
 * trunk of an installed model, and teaches machines on that. Writes nothing but what the index and
 * the frame store remember, by which a second time is quick.
 */
public final class Learner {
  /** Tracks learnt from, all labels together. */
  private static final int MOST_TRACKS = 1500;

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
   * @param progress told of each stage
   * @param cancellation ends it early
   * @throws ConfigurationException {@code no-labels}, {@code too-few-labels}, {@code no-trunk} or
   *     {@code no-model}
   * @throws InterruptedException if it was cancelled
   */
  public Lesson learn(
      List<Track> tracks,
      Corrections corrections,
      LearnSettings settings,
      TrainingListener progress,
      Cancellation cancellation)
      throws TonearmException, InterruptedException {
    Trunk trunk = trunk(settings.task());
    List<TrackOutcome> failed = new ArrayList<>();
    TrackWork work = new TrackWork(progress, cancellation, settings.jobs(), failed::add);
    TagField field = TagField.of(settings.task());
    List<TaggedTrack> tagged =
        work
            .run(
                "Reading tags",
                tracks,
                track -> track,
                new TagGathering(recollection, taxonomy, field, settings.profile(), corrections))
            .stream()
            .filter(track -> track.value().isPresent())
            .sorted(Comparator.comparing(t -> t.track().path()))
            .toList();
    LabelChoice choice = choose(tagged, settings, tracks.size());
    Map<TaggedTrack, List<WindowSound>> sounds = hear(choice, trunk, settings, work);
    LabelChoice heard = choice.heard(sounds::containsKey, settings.least());
    require(heard, settings);
    List<TaughtTrack> taught = new ArrayList<>();
    for (int label = 0; label < heard.labels().size(); label++) {
      for (LabelChoice.Member member : heard.labels().get(label).members()) {
        taught.add(
            new TaughtTrack(
                member.track().track().path().toString(),
                label,
                member.group(),
                sounds.get(member.track())));
      }
    }
    return Lessons.lesson(
        heard,
        trunk,
        settings,
        Teaching.USUAL.teach(taught, heard.labels().size(), progress),
        failed);
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

  private LabelChoice choose(List<TaggedTrack> tagged, LearnSettings settings, int tracks)
      throws ConfigurationException {
    if (tagged.isEmpty()) {
      throw new ConfigurationException(
          "no-labels",
          tracks == 0
              ? "No audio files found."
              : "None of " + tracks + " tracks has a " + settings.task().word() + " in its tags.",
          "Tag some tracks of each kind by hand, or name the folder of those that are tagged.");
    }
    boolean genre = settings.task() == Task.GENRE;
    LabelChoice all = LabelChoice.of(tagged, taxonomy, genre, settings.least(), settings.most());
    int share = MOST_TRACKS / Math.max(1, all.labels().size());
    LabelChoice choice =
        settings.most() <= share
            ? all
            : LabelChoice.of(
                tagged, taxonomy, genre, settings.least(), Math.max(settings.least(), share));
    require(choice, settings);
    return choice;
  }

  private static void require(LabelChoice choice, LearnSettings settings)
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
              + choice.nearest(),
          "Tag more tracks, or lower --least.");
    }
  }

  private Map<TaggedTrack, List<WindowSound>> hear(
      LabelChoice choice, Trunk trunk, LearnSettings settings, TrackWork work)
      throws ConfigurationException, InterruptedException {
    SoundCollector collector = new SoundCollector(trunk, settings.task());
    List<TaggedTrack> members =
        choice.labels().stream()
            .flatMap(label -> label.members().stream())
            .map(LabelChoice.Member::track)
            .toList();
    Map<TaggedTrack, List<WindowSound>> sounds = new HashMap<>();
    try (Listening listening =
        new Listening(
            decoder,
            List.of(new ModelInUse(collector, extractors.of(collector.info()), 0)),
            new VerdictRule(),
            settings.excerpts(),
            recollection.frames())) {
      Pipeline.Preparing<TaggedTrack, Heard> preparing =
          track -> new Heard(track, sounds(listening, collector, track, settings.task()));
      for (Heard heard : work.run("Listening", members, TaggedTrack::track, preparing)) {
        if (!heard.windows().isEmpty()) {
          sounds.put(heard.track(), heard.windows());
        }
      }
    }
    return sounds;
  }

  private record Heard(TaggedTrack track, List<WindowSound> windows) {}

  private List<WindowSound> sounds(
      Listening listening, SoundCollector collector, TaggedTrack tagged, Task task)
      throws TonearmException, InterruptedException {
    IndexedFile file = tagged.file();
    return Teaching.some(
        listening
            .listen(tagged.track(), Optional.of(file.fingerprint()), () -> recollection.still(file))
            .windows()
            .get(task)
            .stream()
            .map(window -> collector.sound(window.result()))
            .toList());
  }
}
