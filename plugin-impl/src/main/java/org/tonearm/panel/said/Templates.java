package org.tonearm.panel.said;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of sentences in English with the same parts in another language. Immutable and thread-safe.
 */
final class Templates {
  private static final String BETWEEN = "; ";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(,said)?}");

  private final List<Template> templates;

  /**
   * A part.
   *
   * @param english what matches it; the values of its places are its groups, from the left
   * @param places numbers of the places, from the left; negative less one for a place that holds
   *     another part
   * @param other the part in the other language
   * @param letters how many letters the English has besides its places
   */
  private record Template(Pattern english, List<Integer> places, String other, int letters) {}

  /**
   * Of two bundles with the same keys.
   *
   * @param prefix of the keys that count
   */
  Templates(ResourceBundle english, ResourceBundle other, String prefix) {
    List<Template> all = new ArrayList<>();
    for (String key : english.keySet()) {
      if (key.startsWith(prefix)) {
        all.add(template(english.getString(key), other.getString(key)));
      }
    }
    // The one that says most of the sentence itself is the one that it was made from.
    all.sort(Comparator.comparingInt(Template::letters).reversed().thenComparing(Template::other));
    this.templates = List.copyOf(all);
  }

  /** A sentence in the other language; parts with a semicolon between them are told one by one. */
  String told(String sentence) {
    int cut = sentence.indexOf(BETWEEN);
    return cut < 0
        ? matched(sentence).orElse(sentence)
        : told(sentence.substring(0, cut)) + BETWEEN + told(sentence.substring(cut + 2));
  }

  /** The same, if all of it is made of these parts. */
  Optional<String> known(String sentence) {
    int cut = sentence.indexOf(BETWEEN);
    return cut < 0
        ? matched(sentence)
        : matched(sentence.substring(0, cut))
            .flatMap(head -> known(sentence.substring(cut + 2)).map(tail -> head + BETWEEN + tail));
  }

  private Optional<String> matched(String part) {
    for (Template template : templates) {
      Matcher match = template.english().matcher(part);
      if (match.matches()) {
        return Optional.of(filled(template, match));
      }
    }
    return Optional.empty();
  }

  private String filled(Template template, Matcher match) {
    String[] values = new String[10];
    for (int i = 0; i < template.places().size(); i++) {
      int place = template.places().get(i);
      String value = match.group(i + 1);
      values[place < 0 ? -1 - place : place] = place < 0 ? told(value) : value;
    }
    return PLACE
        .matcher(template.other())
        .replaceAll(place -> Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))]));
  }

  private static Template template(String english, String other) {
    StringBuilder pattern = new StringBuilder();
    List<Integer> places = new ArrayList<>();
    int from = 0;
    int letters = 0;
    Matcher place = PLACE.matcher(english);
    while (place.find()) {
      pattern.append(Pattern.quote(english.substring(from, place.start()))).append("(.+?)");
      letters += place.start() - from;
      int number = Integer.parseInt(place.group(1));
      places.add(place.group(2) == null ? number : -1 - number);
      from = place.end();
    }
    pattern.append(Pattern.quote(english.substring(from)));
    letters += english.length() - from;
    return new Template(
        Pattern.compile(pattern.toString(), Pattern.DOTALL), List.copyOf(places), other, letters);
  }
}
