package org.tonearm.configuration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tonearm.api.Task;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagProfile.ModificationTime;
import org.tonearm.backend.BackendChoice;
import org.tonearm.configuration.FormatSettings.Id3Choice;
import org.tonearm.tag.plan.CommentSettings;
import org.tonearm.tag.plan.Policy;
import org.tonearm.tag.write.HardLinks;

/** Every setting there is, in the order in which they are shown. */
final class Keys {
  /** Formats with settings of their own, by the ids of their codecs. */
  static final List<String> FORMATS = List.of("mp3", "aiff", "wav", "flac", "ogg", "mp4");

  /** Kinds of tag, and the format whose settings speak for all formats with that kind. */
  static final Map<TagKind, String> KINDS =
      Map.of(TagKind.ID3, "mp3", TagKind.VORBIS, "flac", TagKind.MP4, "mp4");

  private static final List<String> WITH_ID3 = List.of("mp3", "aiff", "wav");

  static final Key<Policy> POLICY =
      new Key<>(
          "tagging.policy",
          Kind.word(Policy.class),
          Policy.FILL,
          "What may happen to values that are there: fill leaves them alone, merge adds to them,"
              + " replace puts what was heard in their place.");
  static final Key<List<TagField>> FIELDS =
      new Key<>(
          "tagging.fields",
          Kind.listOf(Kind.oneOf(byWord(heard()))),
          heard(),
          "Which of the two are told.");
  static final Key<List<TagField>> PROTECTED =
      new Key<>(
          "tagging.protected",
          Kind.listOf(Kind.oneOf(byWord(List.of(TagField.values())))),
          List.of(),
          "Fields that are never changed, whatever else is asked.");
  static final Key<Scope> SCOPE =
      new Key<>(
          "tagging.scope",
          Kind.word(Scope.class),
          Scope.TRACK,
          "Whether each track gets a genre of its own, or the tracks of an album get one: the one"
              + " that all of them together sound like.");
  static final Key<Boolean> SUBGENRES =
      new Key<>(
          "tagging.subgenres",
          Kind.yesOrNo(),
          false,
          "Whether a kind of a genre is told in its place, such as House for Electronic, where the"
              + " model knows kinds and is sure enough.");
  static final Key<Optional<CommentSettings>> COMMENT_BLOCK =
      new Key<>(
          "tagging.comment-block",
          Kind.oneOf(commentBlock()),
          Optional.empty(),
          "write: what was heard stands also in the comment, in a block such as [Tonearm: Rock,"
              + " Happy]. remove: such blocks are taken out. off: comments are left alone.");
  static final Key<Boolean> PROVENANCE =
      new Key<>(
          "tagging.provenance",
          Kind.yesOrNo(),
          false,
          "Whether a field of its own notes which model told what, and how surely.");
  static final Key<ModificationTime> MODIFICATION_TIME =
      new Key<>(
          "tagging.modification-time",
          Kind.oneOf(ordered("keep", ModificationTime.KEPT, "touch", ModificationTime.MOVED_ON)),
          TagProfile.DEFAULT.modificationTime(),
          "Whether a file's modification time stays, or moves on for programs that notice changes"
              + " by it.");
  static final Key<HardLinks> HARD_LINKS =
      new Key<>(
          "tagging.hard-links",
          Kind.word(HardLinks.class),
          HardLinks.WARN,
          "Files with several names: writing gives one name a file of its own. warn writes and"
              + " tells, break writes, skip leaves the file alone.");

  static final Key<Excerpts> EXCERPTS =
      new Key<>(
          "listening.excerpts",
          Kind.excerpts(),
          Excerpts.WHOLE,
          "Hear the whole track, or so many excerpts of 30 seconds.");
  static final Key<Optional<Integer>> JOBS =
      new Key<>(
          "listening.jobs",
          Kind.orWord("auto", Kind.wholeNumber(1, 1024)),
          Optional.empty(),
          "Tracks heard at a time; auto is one for each processor core.");

  static final Key<BackendChoice> BACKEND =
      new Key<>(
          "listening.backend",
          Kind.word(BackendChoice.class),
          BackendChoice.AUTO,
          "Where features are computed: cpu is the processor, cuda an NVIDIA card, auto a card"
              + " where one can be used.");

  static final Key<Optional<String>> GENRE_MODEL = model(Task.GENRE);
  static final Key<Optional<String>> MOOD_MODEL = model(Task.MOOD);

  static final Key<Optional<Double>> MIN_GENRE = least(Task.GENRE);
  static final Key<Optional<Double>> MIN_MOOD = least(Task.MOOD);
  static final Key<Double> REPLACE_GENRE = replace(Task.GENRE);
  static final Key<Double> REPLACE_MOOD = replace(Task.MOOD);
  static final TableKey<Double> GENRE_THRESHOLDS = labels(Task.GENRE, "metal = 0.7");
  static final TableKey<Double> MOOD_THRESHOLDS = labels(Task.MOOD, "Q1 = 0.6");

  static final Key<Optional<String>> GENRE_TREE =
      new Key<>(
          "taxonomy.genre-tree",
          Kind.orWord("", Kind.text()),
          Optional.empty(),
          "A file of genres of your own, in the format of genres.txt; it is added to the one that"
              + " comes with Tonearm, and prevails. A relative path starts at the folder of this"
              + " file.");
  static final Key<List<String>> WHITELIST =
      new Key<>(
          "taxonomy.whitelist",
          Kind.listOf(Kind.text()),
          List.of(),
          "The only genres that may be written; others are told as the nearest genre above them"
              + " that is allowed, or not at all. Empty: all genres.");
  static final Key<List<String>> IGNORE =
      new Key<>(
          "taxonomy.ignore",
          Kind.listOf(Kind.text()),
          List.of(),
          "Labels and words, of genres and moods, that are never written.");
  static final Key<List<String>> PLACEHOLDERS =
      new Key<>(
          "taxonomy.placeholders",
          Kind.listOf(Kind.placeholder()),
          List.of(),
          "Further values that say nothing, so that a field with them counts as empty. Between"
              + " slashes: a regular expression that the whole value must match.");
  static final Key<List<String>> NOT_PLACEHOLDERS =
      new Key<>(
          "taxonomy.not-placeholders",
          Kind.listOf(Kind.placeholder()),
          List.of(),
          "Values of Tonearm's own list that say something to you after all.");
  static final TableKey<String> ALIASES =
      new TableKey<>(
          "taxonomy.aliases",
          Kind.text(),
          "NAME",
          "\"DnB\" = \"Drum & Bass\"",
          "Other names of genres: the name, and the genre that it means.");

  static final TableKey<String> MOODS =
      new TableKey<>(
          "moods",
          Kind.moodWord(),
          "LABEL",
          "Q1 = \"energetic\"",
          "The words written for the labels of the mood model; labels that are not named keep the"
              + " model's own words.");

  static final Key<Optional<String>> INDEX_FOLDER =
      new Key<>(
          "index.folder",
          Kind.orWord("", Kind.text()),
          Optional.empty(),
          "Where the index of the library lies; always on a local disk. Empty: in the data folder.");
  static final Key<Long> FEATURES_MAX =
      new Key<>(
          "index.features-max",
          Kind.size(),
          2_000_000_000L,
          "How much of what the models heard is kept for a later model.");

  static final Key<Optional<Integer>> WORKERS =
      new Key<>(
          "decoder.workers",
          Kind.orWord("auto", Kind.wholeNumber(1, 256)),
          Optional.empty(),
          "Processes that decode; auto is as many as needed.");
  static final Key<Duration> TIME_LIMIT =
      new Key<>(
          "decoder.time-limit",
          Kind.duration(),
          Duration.ofSeconds(60),
          "How long decoding may stand still at one file before it is given up.");

  static final Key<Optional<Duration>> JOURNAL_KEEP =
      new Key<>(
          "journal.keep",
          Kind.orWord("forever", Kind.duration()),
          Optional.empty(),
          "How long runs can be undone; older ones may be pruned.");

  static final Map<String, Key<String>> SEPARATORS =
      perFormat(
          FORMATS,
          format ->
              new Key<>(
                  "format." + format + ".separator",
                  Kind.separator(),
                  TagProfile.DEFAULT.separator(),
                  "Joins and splits several values in one text."));
  static final Map<String, Key<MultiValues>> MULTI_VALUES =
      perFormat(
          List.copyOf(KINDS.values()),
          format ->
              new Key<>(
                  "format." + format + ".multi-values",
                  Kind.word(MultiValues.class),
                  MultiValues.SEPARATE,
                  "Several values: each of its own where the format has such, joined in one text,"
                      + " or the first alone. Holds for all formats with the same kind of tag."));
  static final Map<String, Key<Id3Choice>> ID3_VERSIONS =
      perFormat(
          WITH_ID3,
          format ->
              new Key<>(
                  "format." + format + ".id3-version",
                  Kind.oneOf(
                      ordered(
                          "keep", Id3Choice.KEEP, "2.3", Id3Choice.V2_3, "2.4", Id3Choice.V2_4)),
                  Id3Choice.KEEP,
                  "The version of ID3 tags that are made new; tags that are there keep theirs."));

  /** All with a fixed name. */
  static final List<Key<?>> FIXED = fixed();

  /** All tables whose keys the user chooses. */
  static final List<TableKey<?>> TABLES =
      List.of(GENRE_THRESHOLDS, MOOD_THRESHOLDS, ALIASES, MOODS);

  private Keys() {}

  /** The fields that hold an answer. */
  static List<TagField> heard() {
    List<TagField> fields = new ArrayList<>();
    for (Task task : Task.values()) {
      fields.add(TagField.of(task));
    }
    return List.copyOf(fields);
  }

  private static Key<Optional<String>> model(Task task) {
    return new Key<>(
        "models." + task.word(),
        Kind.orWord("", Kind.text()),
        Optional.empty(),
        "The model that tells the "
            + task.word()
            + "; 'tonearm models' lists them. Empty: the first one installed.");
  }

  private static Key<Optional<Double>> least(Task task) {
    return new Key<>(
        "thresholds.min-" + task.word(),
        Kind.orWord("model", Kind.probability()),
        Optional.empty(),
        "Least probability at which a " + task.word() + " is told; model is the model's own.");
  }

  private static Key<Double> replace(Task task) {
    return new Key<>(
        "thresholds.replace-" + task.word(),
        Kind.probability(),
        0.8,
        "Least probability at which a "
            + task.word()
            + " takes the place of a value under the policy replace.");
  }

  private static TableKey<Double> labels(Task task, String example) {
    return new TableKey<>(
        "thresholds." + task.word(),
        Kind.probability(),
        "LABEL",
        example,
        "Least probability of single labels, in place of min-"
            + task.word()
            + ": the label, or the word written for it.");
  }

  private static Map<String, TagField> byWord(List<TagField> fields) {
    Map<String, TagField> words = new LinkedHashMap<>();
    fields.forEach(field -> words.put(field.word(), field));
    return words;
  }

  private static Map<String, Optional<CommentSettings>> commentBlock() {
    Map<String, Optional<CommentSettings>> words = new LinkedHashMap<>();
    words.put("off", Optional.empty());
    for (CommentSettings.Mode mode : CommentSettings.Mode.values()) {
      words.put(mode.name().toLowerCase(Locale.ROOT), Optional.of(new CommentSettings(mode)));
    }
    return words;
  }

  private static <T> Map<String, T> ordered(String a, T first, String b, T second) {
    Map<String, T> words = new LinkedHashMap<>();
    words.put(a, first);
    words.put(b, second);
    return words;
  }

  private static <T> Map<String, T> ordered(
      String a, T first, String b, T second, String c, T third) {
    Map<String, T> words = ordered(a, first, b, second);
    words.put(c, third);
    return words;
  }

  private static <T> Map<String, Key<T>> perFormat(
      List<String> formats, Function<String, Key<T>> key) {
    Map<String, Key<T>> keys = new LinkedHashMap<>();
    formats.forEach(format -> keys.put(format, key.apply(format)));
    return Collections.unmodifiableMap(keys);
  }

  private static List<Key<?>> fixed() {
    List<Key<?>> keys =
        new ArrayList<>(
            List.of(
                POLICY,
                FIELDS,
                PROTECTED,
                SCOPE,
                SUBGENRES,
                COMMENT_BLOCK,
                PROVENANCE,
                MODIFICATION_TIME,
                HARD_LINKS,
                EXCERPTS,
                JOBS,
                BACKEND,
                GENRE_MODEL,
                MOOD_MODEL,
                MIN_GENRE,
                MIN_MOOD,
                REPLACE_GENRE,
                REPLACE_MOOD,
                GENRE_TREE,
                WHITELIST,
                IGNORE,
                PLACEHOLDERS,
                NOT_PLACEHOLDERS));
    for (String format : FORMATS) {
      keys.add(SEPARATORS.get(format));
      if (MULTI_VALUES.containsKey(format)) {
        keys.add(MULTI_VALUES.get(format));
      }
      if (ID3_VERSIONS.containsKey(format)) {
        keys.add(ID3_VERSIONS.get(format));
      }
    }
    keys.addAll(List.of(INDEX_FOLDER, FEATURES_MAX, WORKERS, TIME_LIMIT, JOURNAL_KEEP));
    keys.addAll(WatchKeys.ALL);
    return List.copyOf(keys);
  }
}
