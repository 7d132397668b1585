package org.tonearm.configuration;

import java.nio.file.FileSystems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.configuration.toml.TomlText;
import org.tonearm.taxonomy.Placeholders;
import org.tonearm.watch.QuietHours;

/**
 * What values a setting takes. Immutable and thread-safe.
 *
 * @param accepted the values in words
 * @param form in what form it is given
 * @param words as of {@link Setting#words}
 * @param fromToml reads a value of the file
 * @param fromText turns the text of an option into what would stand in the file
 * @param toToml turns a value back into what would stand in the file
 */
record Kind<T>(
    String accepted,
    Form form,
    List<String> words,
    Reading<T> fromToml,
    Function<String, Object> fromText,
    Function<T, Object> toToml) {
  /** Nanoseconds of it fit in a long. */
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}) *([A-Za-z]+)");

  /** "Drum & Bass", "Hip-Hop", "Rock 'n' Roll". */
  private static final Pattern IN_WORDS = Pattern.compile("[\\p{L}\\p{N}&'.-]");

  /** No bytes at all. */
  private static final Pattern NONE = Pattern.compile("0+( *[KMGTkmgt]i?[Bb])?");

  /** Bytes of each unit. */
  private static final Map<String, Long> SIZES =
      Map.of(
          "mb",
          1_000_000L,
          "gb",
          1_000_000_000L,
          "tb",
          1_000_000_000_000L,
          "mib",
          1L << 20,
          "gib",
          1L << 30,
          "tib",
          1L << 40);

  /** Seconds of each unit. */
  private static final Map<String, Long> TIMES =
      Map.of(
          "s",
          1L,
          "min",
          60L,
          "h",
          3600L,
          "day",
          86_400L,
          "days",
          86_400L,
          "year",
          31_557_600L,
          "years",
          31_557_600L);

  /** A line of text. */
  Kind(
      String accepted,
      Reading<T> fromToml,
      Function<String, Object> fromText,
      Function<T, Object> toToml) {
    this(accepted, Form.TEXT, List.of(), fromToml, fromText, toToml);
  }

  /** Reads a value. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Object raw) throws Refusal;
  }

  /** A value is not accepted. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
      super(reason);
    }
  }

  /** One of some words, in any case. */
  static <T> Kind<T> oneOf(Map<String, T> words) {
    Map<String, T> known = new LinkedHashMap<>(words);
    return new Kind<>(
        String.join(", ", known.keySet()),
        Form.CHOICE,
        List.copyOf(known.keySet()),
        raw -> {
          // A version such as 2.3 is a number to TOML.
          T value = known.get(String.valueOf(raw).toLowerCase(Locale.ROOT));
          if (value == null) {
            throw new Refusal("no such choice");
          }
          return value;
        },
        text -> text,
        value ->
            known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow());
  }

  /** The constants of an enum, in lower case. */
  static <E extends Enum<E>> Kind<E> word(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return oneOf(words);
  }

  static Kind<Boolean> yesOrNo() {
    return new Kind<>(
        "true, false",
        Form.SWITCH,
        List.of(),
        raw -> {
          if (raw instanceof Boolean flag) {
            return flag;
          }
          throw new Refusal("neither true nor false");
        },
        text -> text.equals("true") ? (Object) true : text.equals("false") ? (Object) false : text,
        flag -> flag);
  }

  /** From 0 to 1. */
  static Kind<Double> probability() {
    return new Kind<>(
        "a number from 0 to 1",
        raw -> {
          if (!(raw instanceof Number number)) {
            throw new Refusal("no number");
          }
          if (!(number.doubleValue() >= 0 && number.doubleValue() <= 1)) {
            throw new Refusal("not within 0 to 1");
          }
          return number.doubleValue();
        },
        Kind::number,
        value -> value);
  }

  static Kind<Integer> wholeNumber(int least, int most) {
    return new Kind<>(
        "a whole number from " + least + " to " + most,
        raw -> {
          if (!(raw instanceof Long number)) {
            throw new Refusal("no whole number");
          }
          if (number < least || number > most) {
            throw new Refusal("not within " + least + " to " + most);
          }
          return number.intValue();
        },
        Kind::number,
        Integer::longValue);
  }

  /** A text of at least one letter, in one line. */
  static Kind<String> text() {
    return new Kind<>(
        "a text in quotes",
        raw -> {
          if (!(raw instanceof String text)) {
            throw new Refusal("no text in quotes");
          }
          if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(text.isEmpty() ? "empty" : "more than one line of plain text");
          }
          return text;
        },
        text -> text,
        text -> text);
  }

  /** A word for a mood, that is still one when it stands among others. */
  static Kind<String> moodWord() {
    return text(
        "a word or several",
        word -> word.equals(word.strip()) && !word.contains(";"),
        "a text with ';', or with a blank at one of its ends");
  }

  /** What joins values, and so must stand in none. */
  static Kind<String> separator() {
    return text(
        "a separator such as \"; \"",
        sign -> !sign.isBlank() && !IN_WORDS.matcher(sign).find(),
        "a sign that genres have in them");
  }

  private static Kind<String> text(String accepted, Predicate<String> fits, String refused) {
    Kind<String> text = text();
    return new Kind<>(
        accepted,
        raw -> {
          String said = text.fromToml.read(raw);
          if (!fits.test(said)) {
            throw new Refusal(refused);
          }
          return said;
        },
        text.fromText,
        text.toToml);
  }

  /** A word or a pattern between slashes. */
  static Kind<String> placeholder() {
    Kind<String> text = text();
    return new Kind<>(
        "words, and regular expressions between slashes",
        raw -> {
          String entry = text.fromToml.read(raw);
          try {
            Placeholders.of(List.of(entry));
          } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage());
          }
          return entry;
        },
        text.fromText,
        text.toToml);
  }

  /** Hours of the day. */
  static Kind<QuietHours> hours() {
    return new Kind<>(
        "hours such as \"22:00-07:00\"",
        raw -> {
          try {
            return QuietHours.parse(String.valueOf(raw));
          } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage());
          }
        },
        text -> text,
        QuietHours::text);
  }

  /** Patterns of file names. */
  static Kind<String> glob() {
    Kind<String> text = text();
    return new Kind<>(
        "patterns such as \"*live*\"",
        raw -> {
          String glob = text.fromToml.read(raw);
          try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
          } catch (PatternSyntaxException e) {
            throw new Refusal(e.getDescription());
          }
          return glob;
        },
        text.fromText,
        text.toToml);
  }

  /** An array; in an option, values with commas between them. */
  static <T> Kind<List<T>> listOf(Kind<T> kind) {
    return new Kind<>(
        "an array of: " + kind.accepted,
        Form.LIST,
        kind.words,
        raw -> {
          if (!(raw instanceof List<?> list)) {
            throw new Refusal("no array in square brackets");
          }
          List<T> values = new ArrayList<>();
          for (Object each : list) {
            try {
              values.add(kind.fromToml.read(each));
            } catch (Refusal e) {
              throw new Refusal(TomlText.value(each) + " is not right: " + e.getMessage());
            }
          }
          return List.copyOf(values);
        },
        text -> List.of(text.split(",", -1)),
        values -> values.stream().map(kind.toToml).toList());
  }

  /** With a word that stands for none. */
  static <T> Kind<Optional<T>> orWord(String word, Kind<T> kind) {
    return new Kind<>(
        (word.isEmpty() ? "\"\"" : word) + ", or " + kind.accepted,
        Form.TEXT,
        word.isEmpty() ? List.of() : List.of(word),
        raw -> raw.equals(word) ? Optional.empty() : Optional.of(kind.fromToml.read(raw)),
        kind.fromText,
        value -> value.isEmpty() ? word : kind.toToml.apply(value.get()));
  }

  /** The whole track, or a number of excerpts. */
  static Kind<Excerpts> excerpts() {
    Kind<Optional<Integer>> number = orWord("whole", wholeNumber(1, 100));
    return new Kind<>(
        number.accepted,
        number.form,
        number.words,
        raw -> number.fromToml.read(raw).map(Excerpts::new).orElse(Excerpts.WHOLE),
        number.fromText,
        excerpts ->
            excerpts.equals(Excerpts.WHOLE) ? (Object) "whole" : (Object) (long) excerpts.count());
  }

  /** Bytes, or none. */
  static Kind<Long> size() {
    Kind<Long> size =
        amount("a size such as \"500 MB\", \"2 GB\", \"2 GiB\"", SIZES, 1_000_000L, " MB");
    return new Kind<>(
        "0, or " + size.accepted,
        raw -> NONE.matcher(String.valueOf(raw).strip()).matches() ? 0L : size.fromToml.read(raw),
        size.fromText,
        size.toToml);
  }

  /** A length of time. */
  static Kind<Duration> duration() {
    Kind<Long> seconds =
        amount("a time such as \"60 s\", \"5 min\", \"2 h\", \"90 days\"", TIMES, 1, " s");
    return new Kind<>(
        seconds.accepted,
        raw -> {
          Duration value = Duration.ofSeconds(seconds.fromToml.read(raw));
          if (value.compareTo(LONGEST) > 0) {
            throw new Refusal("too large");
          }
          return value;
        },
        seconds.fromText,
        value ->
            value.toSeconds() % 86_400 == 0 ? value.toDays() + " days" : value.toSeconds() + " s");
  }

  private static Kind<Long> amount(String accepted, Map<String, Long> units, long unit, String in) {
    return new Kind<>(
        accepted,
        raw -> {
          Matcher amount = AMOUNT.matcher(String.valueOf(raw).strip());
          if (!amount.matches()) {
            throw new Refusal("no number with a unit, in quotes");
          }
          Long factor = units.get(amount.group(2).toLowerCase(Locale.ROOT));
          if (factor == null) {
            throw new Refusal("no such unit: " + amount.group(2));
          }
          try {
            long value = Math.multiplyExact(Long.parseLong(amount.group(1)), factor);
            if (value > 0) {
              return value;
            }
          } catch (ArithmeticException e) {
            throw new Refusal("too large");
          }
          throw new Refusal("too small");
        },
        text -> text,
        value -> value / unit + in);
  }

  /** The number that a text is; the text itself if it is none. */
  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      // Perhaps a fraction.
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
