package org.tonearm.tag.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Verdict;
import org.tonearm.taxonomy.Spelling;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Puts one verdict into words that may be written.
 *
 * @param words that may be written, best first, each once
 * @param notes on labels that were told and may not be written, one sentence each
 */
record Wording(List<Told> words, List<String> notes) {

  static Wording of(
      Verdict verdict, Map<String, String> modelWords, Vocabulary vocabulary, Taxonomy taxonomy) {
    Wording wide = of(verdict, verdict.labels(), modelWords, vocabulary, taxonomy);
    Wording narrow = of(verdict, verdict.narrowest(), modelWords, vocabulary, taxonomy);
    if (verdict.subgenre().isEmpty() || narrow.words().isEmpty()) {
      return wide;
    }
    // Led to a genre above it by the whitelist, a kind may say no more than its parent does.
    Told kind = narrow.words().get(0);
    Optional<Told> parent = wide.words().stream().findFirst();
    if (parent.filter(p -> p.word().equals(kind.word())).isPresent()) {
      return wide;
    }
    List<Told> words = new ArrayList<>(narrow.words());
    words.set(0, new Told(kind.word(), kind.score(), kind.meaning(), parent));
    return new Wording(List.copyOf(words), narrow.notes());
  }

  private static Wording of(
      Verdict verdict,
      List<LabelScore> labels,
      Map<String, String> modelWords,
      Vocabulary vocabulary,
      Taxonomy taxonomy) {
    List<Told> words = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (LabelScore label : labels) {
      String word = spoken(verdict.task(), label.label(), modelWords, vocabulary, taxonomy);
      Optional<String> allowed =
          verdict.task() == Task.GENRE ? allowed(word, vocabulary, taxonomy) : Optional.of(word);
      if (isIgnored(label.label(), vocabulary) || isIgnored(word, vocabulary)) {
        notes.add(sentence(verdict.task(), word, "is on the list of ignored labels"));
      } else if (allowed.isEmpty()) {
        notes.add(
            sentence(verdict.task(), word, "is not on the whitelist, nor is a genre above it"));
      } else if (isIgnored(allowed.orElseThrow(), vocabulary)) {
        notes.add(
            sentence(
                verdict.task(),
                word,
                "would be told as " + allowed.orElseThrow() + ", which is ignored"));
      } else if (words.stream().noneMatch(told -> told.word().equals(allowed.orElseThrow()))) {
        words.add(new Told(allowed.orElseThrow(), label.score(), word));
      }
    }
    return new Wording(List.copyOf(words), List.copyOf(notes));
  }

  private static String spoken(
      Task task,
      String label,
      Map<String, String> modelWords,
      Vocabulary vocabulary,
      Taxonomy taxonomy) {
    String wished =
        vocabulary.words().getOrDefault(task, Map.of()).entrySet().stream()
            .filter(entry -> Spelling.same(entry.getKey(), label))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    if (wished != null) {
      return wished;
    }
    String word = modelWords.getOrDefault(label, label);
    String canonical = task == Task.GENRE ? taxonomy.canonical(word) : word;
    // A word equal to its label was learnt from the user's own tags: it is spelled as it is there.
    boolean own = word.equals(modelWords.get(label)) && word.equals(label);
    return own && Spelling.same(word, canonical) ? word : canonical;
  }

  /** The whitelist's own spelling of the nearest genre on it. */
  private static Optional<String> allowed(String word, Vocabulary vocabulary, Taxonomy taxonomy) {
    if (vocabulary.whitelist().isEmpty()) {
      return Optional.of(word);
    }
    return taxonomy
        .nearest(word, genre -> listed(genre, vocabulary, taxonomy).isPresent())
        .flatMap(genre -> listed(genre, vocabulary, taxonomy));
  }

  private static Optional<String> listed(String genre, Vocabulary vocabulary, Taxonomy taxonomy) {
    return vocabulary.whitelist().stream().filter(own -> taxonomy.same(own, genre)).findFirst();
  }

  private static boolean isIgnored(String word, Vocabulary vocabulary) {
    return vocabulary.ignored().stream().anyMatch(ignored -> Spelling.same(ignored, word));
  }

  private static String sentence(Task task, String word, String why) {
    return String.format(
        Locale.ROOT, "The %s %s was heard and not written: it %s.", task.word(), word, why);
  }
}
