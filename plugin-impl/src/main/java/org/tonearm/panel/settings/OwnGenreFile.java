package org.tonearm.panel.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tonearm.api.ConfigurationException;
import org.tonearm.configuration.ConfigurationSheet;
import org.tonearm.configuration.ConfigurationStore;
import org.tonearm.configuration.Fault;
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
   * A change that was made, so that it can be taken back.
   *
   * @param named whether the configuration named the file before
   * @param before what stood in the file; empty if it was begun
   * @param after what stands there since
   */
  public record Change(boolean named, Optional<OwnGenres> before, OwnGenres after) {}

  /** What a file holds, and whether the configuration names it. */
  private record Place(Path file, boolean named, Optional<OwnGenres> genres) {}

  /**
   * The genres in it; none if there is no such file.
   *
   * @throws ConfigurationException {@code own-genres} if it can't be read
   */
  public List<String> own() throws ConfigurationException {
    Place place = place(store.read());
    return place.named() ? place.genres().map(OwnGenres::own).orElse(List.of()) : List.of();
  }

  /**
   * Changes it, unless the configuration would have a fault by that which it has not now.
   *
   * @param what what the change is about, such as a genre
   * @param change throws IllegalArgumentException if it can't be made
   * @throws ConfigurationException {@code own-genres} if it can't be made; all is as it was then
   */
  public Change change(String what, UnaryOperator<OwnGenres> change) throws ConfigurationException {
    ConfigurationSheet sheet = store.read();
    Place place = place(sheet);
    OwnGenres after;
    try {
      after = change.apply(place.genres().orElseGet(OwnGenres::begun));
    } catch (IllegalArgumentException e) {
      throw fault(place.file(), what + " can't be changed: " + e.getMessage(), e);
    }
    write(place.file(), Optional.of(after));
    if (!place.named()) {
      store.write(sheet, sheet.with(KEY, NAME));
    }
    List<Fault> known = sheet.faults().stream().map(Fault::unplaced).toList();
    Optional<Fault> fresh =
        store.read().faults().stream().filter(f -> !known.contains(f.unplaced())).findFirst();
    if (fresh.isPresent()) {
      restore(place);
      throw fault(place.file(), what + " can't be changed: " + fresh.get().reason(), null);
    }
    return new Change(place.named(), place.genres(), after);
  }

  /**
   * Takes a change back.
   *
   * @throws ConfigurationException {@code own-genres} if the file says something else by now
   */
  public void back(Change change) throws ConfigurationException {
    Place now = place(store.read());
    if (!now.genres().equals(Optional.of(change.after()))) {
      throw fault(now.file(), "it was changed by another program since", null);
    }
    restore(new Place(now.file(), change.named(), change.before()));
  }

  private void restore(Place before) throws ConfigurationException {
    write(before.file(), before.genres());
    if (!before.named()) {
      ConfigurationSheet sheet = store.read();
      store.write(sheet, sheet.without(KEY));
    }
  }

  private Place place(ConfigurationSheet sheet) throws ConfigurationException {
    String given =
        sheet.given(KEY).filter(text -> text instanceof String).map(Object::toString).orElse("");
    Path file = store.file().resolveSibling(NAME);
    try {
      file = sheet.resolved(given.isEmpty() ? NAME : given);
      Optional<OwnGenres> genres =
          Files.exists(file)
              ? Optional.of(new OwnGenres(Files.readAllLines(file)))
              : Optional.empty();
      return new Place(file, !given.isEmpty(), genres);
    } catch (IllegalArgumentException e) {
      throw fault(file, e.getMessage(), e);
    } catch (IOException e) {
      throw fault(file, "it can't be read: " + e, e);
    }
  }

  private static void write(Path file, Optional<OwnGenres> genres) throws ConfigurationException {
    try {
      if (genres.isPresent()) {
        WholeFile.write(file, String.join("\n", genres.get().lines()) + "\n");
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw fault(file, "it can't be written: " + e, e);
    }
  }

  private static ConfigurationException fault(Path file, String what, Exception e) {
    return new ConfigurationException(
        "own-genres",
        file + ": " + what + ".",
        "Give it another name, or see that the file is in the format of genres.txt and may be"
            + " written.",
        e);
  }
}
