package org.tonearm.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagProfile.ModificationTime;
import org.tonearm.configuration.FormatSettings.Id3Choice;
import org.tonearm.configuration.toml.TomlText;
import org.tonearm.taxonomy.Placeholders;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Takes the configuration file, the options and the host's profile together: an option prevails
 * over the file, the file over the host, the host over the defaults. Everything is checked at once.
 */
public final class Configurations {
  /** Formats that follow another one's multi-values: their tags are of the same kind. */
  private static final Map<String, String> LEADERS =
      Map.of("aiff", "mp3", "wav", "mp3", "ogg", "flac");

  private final Layers layers;
  private final Path folder;

  private Configurations(Layers layers, Path folder) {
    this.layers = layers;
    this.folder = folder;
  }

  /** The defaults alone. */
  public static Configuration defaults() {
    try {
      return of(Optional.empty(), "", TagProfile.DEFAULT, Map.of());
    } catch (FaultyConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads and joins.
   *
   * @param file the configuration file; empty for none
   * @param host id of the host
   * @param profile of the host
   * @param options texts of options by the setting's full key; see {@link #option}
   * @throws FaultyConfigurationException with every fault of file and options
   * @throws ConfigurationException if the file can't be read
   */
  public static Configuration load(
      Optional<Path> file, String host, TagProfile profile, Map<String, Given> options)
      throws FaultyConfigurationException, ConfigurationException {
    return of(
        file.isEmpty() ? Optional.empty() : Optional.of(ConfigurationFile.read(file.get())),
        host,
        profile,
        options);
  }

  /**
   * An option's text as a value of a setting.
   *
   * @param key the setting's full key
   * @param option the option's name, such as {@code --jobs}
   * @throws IllegalArgumentException if there is no such setting
   */
  public static Given option(String key, String option, String text) {
    Key<?> setting =
        Keys.FIXED.stream()
            .filter(known -> known.name().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no setting " + key));
    return new Given(setting.kind().fromText().apply(text), new Origin.Option(option));
  }

  static Configuration of(
      Optional<ConfigurationFile> file, String host, TagProfile profile, Map<String, Given> options)
      throws FaultyConfigurationException {
    Reading reading = read(file, host, profile, options);
    if (!reading.faults().isEmpty()) {
      throw new FaultyConfigurationException(reading.faults());
    }
    return reading.configuration();
  }

  /**
   * What was made of a file.
   *
   * @param configuration with the standard value where another one is wrong
   * @param faults in the order of the file
   */
  record Reading(Configuration configuration, List<Fault> faults) {}

  static Reading read(
      Optional<ConfigurationFile> file,
      String host,
      TagProfile profile,
      Map<String, Given> options) {
    Map<List<String>, Given> values = file.map(ConfigurationFile::values).orElse(Map.of());
    Path folder = file.map(f -> f.path().toAbsolutePath().getParent()).orElse(Path.of(""));
    Layers layers = new Layers(options, values, hostLayer(host, profile));
    Configuration configuration = new Configurations(layers, folder).configuration();
    List<Fault> faults = new ArrayList<>();
    file.ifPresent(
        f -> {
          faults.addAll(f.faults());
          faults.addAll(UnknownKeys.in(f));
        });
    faults.addAll(layers.faults());
    faults.sort(Comparator.comparingInt(Configurations::line));
    return new Reading(configuration, List.copyOf(faults));
  }

  private static int line(Fault fault) {
    return fault.origin() instanceof Origin.InFile place ? place.line() : Integer.MAX_VALUE;
  }

  /** What a host wishes otherwise than Tonearm does by itself. */
  private static Map<String, Given> hostLayer(String host, TagProfile profile) {
    Map<String, Given> layer = new LinkedHashMap<>();
    Origin origin = new Origin.Host(host);
    if (profile.modificationTime() != TagProfile.DEFAULT.modificationTime()) {
      boolean kept = profile.modificationTime() == ModificationTime.KEPT;
      layer.put(Keys.MODIFICATION_TIME.name(), new Given(kept ? "keep" : "touch", origin));
    }
    if (!profile.separator().equals(TagProfile.DEFAULT.separator())) {
      Keys.SEPARATORS
          .values()
          .forEach(key -> layer.put(key.name(), new Given(profile.separator(), origin)));
    }
    Keys.KINDS.forEach(
        (kind, format) -> {
          if (profile.multiValues(kind) != TagProfile.DEFAULT.multiValues(kind)) {
            String word = profile.multiValues(kind).name().toLowerCase(Locale.ROOT);
            layer.put(Keys.MULTI_VALUES.get(format).name(), new Given(word, origin));
          }
        });
    return layer;
  }

  private Configuration configuration() {
    return new Configuration(
        new Configuration.Tagging(
            layers.get(Keys.POLICY),
            new LinkedHashSet<>(atLeastOne(layers.get(Keys.FIELDS))),
            new LinkedHashSet<>(layers.get(Keys.PROTECTED)),
            layers.get(Keys.SCOPE),
            layers.get(Keys.SUBGENRES),
            layers.get(Keys.COMMENT_BLOCK),
            layers.get(Keys.PROVENANCE),
            layers.get(Keys.MODIFICATION_TIME),
            layers.get(Keys.HARD_LINKS)),
        new Configuration.Listening(
            layers.get(Keys.EXCERPTS),
            layers.get(Keys.JOBS).orElseGet(() -> Runtime.getRuntime().availableProcessors()),
            layers.get(Keys.BACKEND)),
        present(layers.get(Keys.GENRE_MODEL), layers.get(Keys.MOOD_MODEL)),
        limits(),
        genres(),
        layers.get(Keys.MOODS),
        formats(),
        new Configuration.Index(
            layers.get(Keys.INDEX_FOLDER).flatMap(text -> path(Keys.INDEX_FOLDER.name(), text)),
            layers.get(Keys.FEATURES_MAX)),
        new Configuration.Decoder(layers.get(Keys.WORKERS), layers.get(Keys.TIME_LIMIT)),
        layers.get(Keys.JOURNAL_KEEP),
        new Configuration.Watch(
            layers.get(WatchKeys.SETTLE),
            layers.get(WatchKeys.POLL),
            layers.get(WatchKeys.QUIET_HOURS),
            layers.get(WatchKeys.DO_NOT_TOUCH),
            layers.get(WatchKeys.HEALTH),
            layers.get(WatchKeys.STATUS_PORT)),
        layers.effective());
  }

  private <T> List<T> atLeastOne(List<T> values) {
    return layers.checked(
        Keys.FIELDS.name(),
        values,
        given -> {
          if (given.isEmpty()) {
            throw new IllegalArgumentException("at least one is needed");
          }
          return given;
        });
  }

  private Configuration.Limits limits() {
    Map<Task, Double> least = present(layers.get(Keys.MIN_GENRE), layers.get(Keys.MIN_MOOD));
    Map<Task, Double> replace =
        Map.of(
            Task.GENRE, layers.get(Keys.REPLACE_GENRE), Task.MOOD, layers.get(Keys.REPLACE_MOOD));
    return new Configuration.Limits(
        least,
        replace,
        Map.of(
            Task.GENRE,
            layers.get(Keys.GENRE_THRESHOLDS),
            Task.MOOD,
            layers.get(Keys.MOOD_THRESHOLDS)));
  }

  private static <T> Map<Task, T> present(Optional<T> genre, Optional<T> mood) {
    Map<Task, T> both = new EnumMap<>(Task.class);
    genre.ifPresent(value -> both.put(Task.GENRE, value));
    mood.ifPresent(value -> both.put(Task.MOOD, value));
    return both;
  }

  private Configuration.Genres genres() {
    Taxonomy standard = Taxonomy.standard();
    Optional<String> tree = layers.get(Keys.GENRE_TREE);
    List<String> whitelist = layers.get(Keys.WHITELIST);
    List<String> ignored = layers.get(Keys.IGNORE);
    Placeholders further = Placeholders.of(layers.get(Keys.PLACEHOLDERS));
    Placeholders not = Placeholders.of(layers.get(Keys.NOT_PLACEHOLDERS));
    Map<String, String> aliases = layers.get(Keys.ALIASES);
    Taxonomy own =
        layers.checked(
            Keys.GENRE_TREE.name(),
            standard,
            taxonomy -> tree.map(text -> taxonomy.with(tree(text))).orElse(taxonomy));
    Taxonomy named =
        layers.checked(Keys.ALIASES.name(), own, taxonomy -> taxonomy.withAliases(aliases));
    layers.checked(Keys.WHITELIST.name(), whitelist, list -> known(list, named));
    return new Configuration.Genres(named.withPlaceholders(further, not), whitelist, ignored);
  }

  private static List<String> known(List<String> whitelist, Taxonomy taxonomy) {
    KnownWords genres = new KnownWords(taxonomy.genres());
    for (String genre : whitelist) {
      if (taxonomy.genres().stream().noneMatch(known -> taxonomy.same(known, genre))) {
        throw new IllegalArgumentException(
            "the genre "
                + TomlText.value(genre)
                + " is not in the tree"
                + genres
                    .nearest(genre)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("; a genre-tree of your own can add it"));
      }
    }
    return whitelist;
  }

  private Taxonomy tree(String text) {
    Path file = resolved(text);
    try {
      return Taxonomy.parse(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not in UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " can't be read", e);
    }
  }

  private Optional<Path> path(String key, String text) {
    return layers.checked(key, Optional.empty(), none -> Optional.of(resolved(text)));
  }

  private Path resolved(String text) {
    return resolved(folder, text);
  }

  /** A path of the configuration; relative ones start at its folder. */
  static Path resolved(Path folder, String text) {
    try {
      return text.startsWith("~/")
          ? Path.of(System.getProperty("user.home")).resolve(text.substring(2))
          : folder.resolve(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("no path: " + e.getReason(), e);
    }
  }

  private Map<String, FormatSettings> formats() {
    Map<String, MultiValues> multiValues = new LinkedHashMap<>();
    Map<String, FormatSettings> formats = new LinkedHashMap<>();
    for (String format : Keys.FORMATS) {
      String leader = LEADERS.getOrDefault(format, format);
      formats.put(
          format,
          new FormatSettings(
              layers.get(Keys.SEPARATORS.get(format)),
              multiValues.computeIfAbsent(leader, l -> layers.get(Keys.MULTI_VALUES.get(l))),
              Keys.ID3_VERSIONS.containsKey(format)
                  ? layers.get(Keys.ID3_VERSIONS.get(format))
                  : Id3Choice.KEEP));
    }
    return formats;
  }
}
