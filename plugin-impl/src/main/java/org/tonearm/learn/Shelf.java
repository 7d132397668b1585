package org.tonearm.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.model.learned.LearnedFolder;
import org.tonearm.run.InstalledModels;

/**
 * Puts learnt models where Tonearm looks for the user's models. A model is written aside and
 * renamed into its place: it is there whole or not at all, whenever the process ends.
 */
public final class Shelf {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final Path models;
  private final InstalledModels installed;

  /**
   * @param models folder of the user's models; may be missing
   * @param installed all models, whose names are taken
   */
  public Shelf(Path models, InstalledModels installed) {
    this.models = models;
    this.installed = installed;
  }

  /** Where a model of this name lies, or will lie. */
  public Path place(String id) {
    return models.resolve(id);
  }

  /**
   * Checks that it is a name for a model and its folder.
   *
   * @throws ConfigurationException {@code name} if it is not
   */
  public static void checkName(String id) throws ConfigurationException {
    if (!NAME.matcher(id).matches()) {
      throw new ConfigurationException(
          "name",
          "'" + id + "' can't be the name of a model.",
          "Use letters, digits, '-', '_' and '.', such as mine-genre.");
    }
  }

  /**
   * Checks that a model may have this name and can be put there, and clears away what a killed
   * process left.
   *
   * @param task of the new model
   * @param replace whether an earlier learnt model of this name and task may go
   * @throws ConfigurationException {@code name} if it is no name for a folder, {@code name-taken}
   *     if a model has it
   * @throws IOException if the folder of models can't be written
   */
  public void check(String id, Task task, boolean replace)
      throws ConfigurationException, IOException {
    checkName(id);
    restore(id);
    tryOut(id);
    Optional<ModelInfo> taken =
        installed.list().stream().filter(info -> info.id().equals(id)).findFirst();
    if (taken.isEmpty() && !Files.exists(place(id))) {
      return;
    }
    Optional<Path> elsewhere = installed.folder(id).filter(folder -> !folder.equals(place(id)));
    if (elsewhere.isPresent()) {
      throw new ConfigurationException(
          "name-taken",
          "A model named "
              + id
              + " lies in "
              + elsewhere.get()
              + ", and would be used in its place.",
          "Move that folder away, or choose another name with --name.");
    }
    if (!learnt(id) && installed.damaged().containsKey(id)) {
      throw new ConfigurationException(
          "name-taken",
          "What lies in " + place(id) + " can't be read, and may not have been learnt from tags.",
          "Mend it or move it away ('tonearm models' tells what is wrong), or choose another name"
              + " with --name.");
    }
    if (!learnt(id)) {
      throw new ConfigurationException(
          "name-taken",
          Files.exists(place(id))
              ? "What lies in " + place(id) + " was not learnt from tags."
              : "A model named " + id + " is installed that was not learnt from tags.",
          "Choose another name with --name.");
    }
    if (taken.isPresent() && taken.get().task() != task) {
      throw new ConfigurationException(
          "name-taken",
          "A model named " + id + " was learnt for the " + taken.get().task().word() + ".",
          "Choose another name with --name.");
    }
    if (!replace) {
      throw new ConfigurationException(
          "name-taken",
          "A model named " + id + " was learnt before: " + place(id),
          "Give --replace to put a new one in its place, or another name with --name.");
    }
  }

  /**
   * Installs a model.
   *
   * @return its folder
   */
  public Path install(Lesson lesson) throws IOException {
    String id = lesson.parts().info().id();
    Path fresh = aside(id, "new");
    remove(fresh);
    try {
      LearnedFolder.write(fresh, lesson.parts());
      lesson.card().write(fresh);
      force(fresh);
      Files.createDirectories(models);
      if (Files.exists(place(id))) {
        Path old = aside(id, "old");
        remove(old);
        move(place(id), old);
        move(fresh, place(id));
        remove(old);
      } else {
        move(fresh, place(id));
      }
    } finally {
      remove(fresh);
      restore(id);
    }
    return place(id);
  }

  /** Beside the models' folder, where no model is looked for. */
  private Path aside(String id, String which) {
    return models.resolveSibling(".learning-" + which + "-" + id);
  }

  /** Before hours of listening, not after them. */
  private void tryOut(String id) throws IOException {
    Path fresh = aside(id, "new");
    remove(fresh);
    Files.createDirectories(fresh);
    remove(fresh);
    if (Files.exists(models)) {
      // A folder that is there may be written by others alone.
      Files.delete(Files.createTempFile(models, ".learning-", ""));
    }
  }

  /** Of a replacement that broke off between its two renames, the old model comes back. */
  private void restore(String id) throws IOException {
    Path old = aside(id, "old");
    if (Files.exists(old)) {
      if (Files.exists(place(id))) {
        remove(old);
      } else {
        move(old, place(id));
      }
    }
  }

  /**
   * Also true of one that can't be read any more, as long as its first words can: learning again is
   * the way out of that.
   */
  private boolean learnt(String id) throws IOException {
    Path place = place(id);
    return Files.exists(place.resolve("model.json"))
        && LearnedFolder.recognises(name -> Files.newInputStream(place.resolve(name)));
  }

  /** Files that are renamed before they are on the disk may be empty after a loss of power. */
  private static void force(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
