package org.tonearm.panel.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonearm.api.ConfigurationException;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.ConfigurationStore;
import org.tonearm.configuration.WholeFile;
import org.tonearm.taxonomy.OwnGenres;

/**
 * The user's own file of genres, as the configuration names it; one beside the configuration is
 * begun where it names none. Off the event thread.
 *
 * @param store the configuration
 */
public record OwnGenreFile(ConfigurationStore store) {
  private static final List<String> KEY = List.of("taxonomy", "genre-tree");
  private static final String NAME = "genres.txt";

  /**
   * Adds a genre.
   *
   * @param above the genre that it is a kind of; "" for none
   * @throws ConfigurationException {@code own-genres} if the name can't stand there, or the file
   *     can't be read or written
   */
  public void add(String genre, String above) throws ConfigurationException {
    ConfigurationSheet sheet = store.read();
    String named =
        sheet.given(KEY).filter(text -> text instanceof String).map(Object::toString).orElse("");
    Path file = store.file().resolveSibling(NAME);
    try {
      file = sheet.resolved(named.isEmpty() ? NAME : named);
      OwnGenres before =
          Files.exists(file) ? new OwnGenres(Files.readAllLines(file)) : OwnGenres.begun();
      WholeFile.write(file, String.join("\n", before.with(genre, above).lines()) + "\n");
    } catch (IllegalArgumentException e) {
      throw fault(file + ": " + genre + " can't be added: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw fault(file + " can't be read or written: " + e, e);
    }
    if (named.isEmpty()) {
      store.write(sheet, sheet.with(KEY, NAME));
    }
  }

  private static ConfigurationException fault(String what, Exception e) {
    return new ConfigurationException(
        "own-genres",
        what,
        "Give it another name, or see that the file is in the format of genres.txt and may be"
            + " written.",
        e);
  }
}
