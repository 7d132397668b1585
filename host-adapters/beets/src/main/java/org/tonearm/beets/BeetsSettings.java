package org.tonearm.beets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.host.HostEnvironment;

/**
 * What beets' configuration says of places, as far as it stands in plain lines of its file. What is
 * put together otherwise, such as by {@code include}, is not seen; the user then names the library.
 *
 * @param library the database
 * @param music the folder that names in the database may be relative to
 */
record BeetsSettings(Path library, Path music) {
  /** Name of the configuration file. */
  static final String FILE = "config.yaml";

  /** Name of the database where the configuration names none. */
  static final String LIBRARY = "library.db";

  private static final Pattern LINE =
      Pattern.compile(
          "(library|directory)\\s*:\\s+(?:\"([^\"]*)\"|'([^']*)'|([^#]*?))\\s*(?:#.*)?");

  /** Of the user; with beets' own defaults where there is no file. */
  static BeetsSettings of(HostEnvironment machine) {
    Path folder = folder(machine);
    Path library = folder.resolve(LIBRARY);
    Path music = machine.home().resolve("Music");
    for (String line : lines(folder.resolve(FILE))) {
      Matcher setting = LINE.matcher(line);
      Optional<Path> value =
          setting.matches() ? path(value(setting), folder, machine) : Optional.empty();
      if (value.isPresent() && setting.group(1).equals("library")) {
        library = value.get();
      } else if (value.isPresent()) {
        music = value.get();
      }
    }
    return new BeetsSettings(library, music);
  }

  /** The folder of beets' configuration: the first that holds a file, else the usual one. */
  static Path folder(HostEnvironment machine) {
    String own = machine.variables().getOrDefault("BEETSDIR", "");
    if (!own.isEmpty()) {
      return machine.home().resolve(own);
    }
    List<Path> folders = new ArrayList<>();
    Path usual = machine.home().resolve(".config");
    switch (machine.system()) {
      case WINDOWS -> {
        String roaming = machine.variables().get("APPDATA");
        folders.add(roaming == null ? machine.home().resolve("AppData/Roaming") : Path.of(roaming));
      }
      case MACOS -> {
        folders.add(usual);
        folders.add(machine.home().resolve("Library/Application Support"));
      }
      default -> {
        folders.add(machine.xdgConfigHome());
        folders.add(usual);
      }
    }
    return folders.stream()
        .map(folder -> folder.resolve("beets"))
        .filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
        .findFirst()
        .orElse(folders.get(0).resolve("beets"));
  }

  private static String value(Matcher setting) {
    for (int group = 2; group < setting.groupCount(); group++) {
      if (setting.group(group) != null) {
        return setting.group(group);
      }
    }
    return setting.group(setting.groupCount());
  }

  private static Optional<Path> path(String text, Path folder, HostEnvironment machine) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.equals("~") || text.startsWith("~/")
              ? machine.home().resolve(text.substring(1).replaceFirst("^/+", ""))
              : folder.resolve(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
          : List.of();
    } catch (IOException e) {
      return List.of(); // The database at the usual place, then; what is wrong with it is told.
    }
  }
}
