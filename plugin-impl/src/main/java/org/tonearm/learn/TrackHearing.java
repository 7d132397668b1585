package org.tonearm.learn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.model.classifier.Trunk;
import org.tonearm.model.classifier.WindowSound;
import org.tonearm.model.learned.Teaching;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.run.FeatureExtractors;
import org.tonearm.run.Listening;
import org.tonearm.run.ModelInUse;
import org.tonearm.run.Pipeline;
import org.tonearm.run.Recollection;

/**
 * Hears the tracks of labels with a trunk. Another track of the label takes the place of one that
 * can't be heard, as long as there is one.
 *
 * @param decoder of the tracks
 * @param extractors among them that of the trunk
 * @param recollection of files and frames
 */
record TrackHearing(AudioDecoder decoder, FeatureExtractors extractors, Recollection recollection) {

  /**
   * What was heard.
   *
   * @param choice with tracks that were heard alone; a label may have too few
   * @param sounds of each of them
   */
  record Heard(LabelChoice choice, Map<TaggedTrack, List<WindowSound>> sounds) {}

  /**
   * Hears.
   *
   * @throws InterruptedException if it was cancelled
   */
  Heard hear(LabelChoice choice, Trunk trunk, LearnSettings settings, TrackWork work)
      throws ConfigurationException, InterruptedException {
    SoundCollector collector = new SoundCollector(trunk, settings.task());
    Map<TaggedTrack, List<WindowSound>> sounds = new HashMap<>();
    try (Listening listening =
        new Listening(
            decoder,
            List.of(new ModelInUse(collector, extractors.of(collector.info()), 0)),
            new VerdictRule(),
            settings.excerpts(),
            recollection.frames())) {
      Pipeline.Preparing<TaggedTrack, Sounds> preparing =
          track -> new Sounds(track, sounds(listening, collector, track, settings.task()));
      LabelChoice now = choice;
      Set<TaggedTrack> silent = new HashSet<>();
      List<TaggedTrack> next = unheard(now, sounds);
      while (!next.isEmpty()) {
        silent.addAll(next);
        for (Sounds heard : work.run("Listening", next, TaggedTrack::track, preparing)) {
          if (!heard.windows().isEmpty()) {
            sounds.put(heard.track(), heard.windows());
            silent.remove(heard.track());
          }
        }
        now = now.without(silent);
        next = unheard(now, sounds);
      }
      return new Heard(now, sounds);
    }
  }

  private static List<TaggedTrack> unheard(
      LabelChoice choice, Map<TaggedTrack, List<WindowSound>> sounds) {
    return choice.labels().stream()
        .flatMap(label -> label.members().stream())
        .map(LabelChoice.Member::track)
        .filter(track -> !sounds.containsKey(track))
        .toList();
  }

  private record Sounds(TaggedTrack track, List<WindowSound> windows) {}

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
