package org.tonearm.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile.ModificationTime;
import org.tonearm.backend.BackendChoice;
import org.tonearm.tag.plan.CommentSettings;
import org.tonearm.tag.plan.Policy;
import org.tonearm.tag.write.HardLinks;
import org.tonearm.taxonomy.Taxonomy;
import org.tonearm.watch.QuietHours;

/**
 * All settings that hold. Immutable; made by {@link Configurations}.
 *
 * @param tagging what is written
 * @param listening how tracks are heard
 * @param models ids of the models, of tasks for which one is wished
 * @param thresholds how sure it must be
 * @param genres what genres there are
 * @param moods words of mood labels, where the user wants others than the model's
 * @param formats by the id of the format's codec, one for every format
 * @param index what is remembered of the library
 * @param decoder how files are decoded
 * @param journalKeep how long runs can be undone; empty for ever
 * @param watch how folders are watched
 * @param effective every setting, in the order in which they are shown
 */
public record Configuration(
    Tagging tagging,
    Listening listening,
    Map<Task, String> models,
    Limits thresholds,
    Genres genres,
    Map<String, String> moods,
    Map<String, FormatSettings> formats,
    Index index,
    Decoder decoder,
    Optional<Duration> journalKeep,
    Watch watch,
    List<Effective> effective) {
  /** Copies the collections. */
  public Configuration {
    models = Map.copyOf(models);
    moods = Map.copyOf(moods);
    formats = Map.copyOf(formats);
    effective = List.copyOf(effective);
  }

  /** Who set a setting. */
  public Origin origin(String key) {
    return effective.stream()
        .filter(setting -> setting.key().equals(key))
        .map(Effective::origin)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no setting " + key));
  }

  /**
   * What is written.
   *
   * @param policy what may happen to values that are there
   * @param fields the answers asked for
   * @param protectedFields never changed
   * @param scope whether albums share a genre
   * @param subgenres whether a kind of a genre is told in its place
   * @param commentBlock what becomes of the block in the comment; empty to leave it alone
   * @param provenance whether it is noted where values come from
   * @param modificationTime what becomes of it
   * @param hardLinks what becomes of files with several names
   */
  public record Tagging(
      Policy policy,
      Set<TagField> fields,
      Set<TagField> protectedFields,
      Scope scope,
      boolean subgenres,
      Optional<CommentSettings> commentBlock,
      boolean provenance,
      ModificationTime modificationTime,
      HardLinks hardLinks) {
    /** Copies the sets. */
    public Tagging {
      fields = Set.copyOf(fields);
      protectedFields = Set.copyOf(protectedFields);
    }
  }

  /**
   * How tracks are heard.
   *
   * @param excerpts which parts
   * @param jobs tracks at a time
   * @param backend where features are computed
   */
  public record Listening(Excerpts excerpts, int jobs, BackendChoice backend) {}

  /**
   * How sure it must be, as probabilities from 0 to 1.
   *
   * @param least to be told; a task without one has its model's
   * @param replace to take the place of a value
   * @param labels to be told, of single labels or words
   */
  public record Limits(
      Map<Task, Double> least, Map<Task, Double> replace, Map<Task, Map<String, Double>> labels) {
    /** Copies the maps. */
    public Limits {
      least = Map.copyOf(least);
      replace = Map.copyOf(replace);
      labels = Map.copyOf(labels);
    }
  }

  /**
   * What genres there are.
   *
   * @param taxonomy with the user's tree, aliases and placeholders
   * @param whitelist genres that may be written; empty for all
   * @param ignored labels and words never written
   */
  public record Genres(Taxonomy taxonomy, List<String> whitelist, List<String> ignored) {
    /** Copies the lists. */
    public Genres {
      whitelist = List.copyOf(whitelist);
      ignored = List.copyOf(ignored);
    }
  }

  /**
   * What is remembered of the library.
   *
   * @param folder where; empty for the data folder
   * @param featuresMax bytes kept for later models
   */
  public record Index(Optional<Path> folder, long featuresMax) {}

  /**
   * How files are decoded.
   *
   * @param workers processes; empty for as many as needed
   * @param timeLimit for one file
   */
  public record Decoder(Optional<Integer> workers, Duration timeLimit) {}

  /**
   * How folders are watched.
   *
   * @param settle how long a file must be still
   * @param poll time between two looks; empty for events where there are some
   * @param quiet hours in which nothing is begun; empty for none
   * @param doNotTouch patterns of names or whole paths of files left alone
   * @param health time between two lines of health
   * @param statusPort port of the status page; empty for none
   */
  public record Watch(
      Duration settle,
      Optional<Duration> poll,
      Optional<QuietHours> quiet,
      List<String> doNotTouch,
      Duration health,
      Optional<Integer> statusPort) {
    /** Copies the list. */
    public Watch {
      doNotTouch = List.copyOf(doNotTouch);
    }
  }
}
