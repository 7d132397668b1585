package org.tonearm.model.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.tonearm.api.Task;

/** The words written into tags for each label, read from {@code tag-words.properties}. */
public final class TagWords {
  private TagWords() {}

  /** Label to word, of the labels given. */
  public static Map<String, String> of(Task task, List<String> labels) {
    Properties properties = new Properties();
    try (InputStream in = TagWords.class.getResourceAsStream("tag-words.properties");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    for (String label : labels) {
      String word = properties.getProperty(task.word() + "." + label);
      if (word != null) {
        words.put(label, word);
      }
    }
    return words;
  }
}
