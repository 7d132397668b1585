package org.tonearm.quodlibet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostSystem;

/** Quod Libet's configuration: a file in sections, whose {@code scan} names the music folders. */
final class QuodLibetSettings {
  /** Name of the file. */
  static final String FILE = "config";

  private static final Pattern SCAN = Pattern.compile("scan\\s*[=:]\\s*(.*)");
  private static final Pattern WINDOWS_FOLDER = Pattern.compile("[a-zA-Z]:[\\\\/][^:]*");

  private QuodLibetSettings() {}

  /** The user's folder of Quod Libet; need not exist. */
  static Path folder(HostEnvironment machine) {
    String own = machine.variables().getOrDefault("QUODLIBET_USERDIR", "");
    if (!own.isEmpty()) {
      return machine.home().resolve(own);
    }
    Path old = machine.home().resolve(".quodlibet");
    return switch (machine.system()) {
      case WINDOWS ->
          Path.of(
                  machine
                      .variables()
                      .getOrDefault(
                          "APPDATA", machine.home().resolve("AppData/Roaming").toString()))
              .resolve("Quod Libet");
      case MACOS -> old;
      default -> {
        Path usual = machine.xdgConfigHome().resolve("quodlibet");
        yield Files.exists(usual) || !Files.exists(old) ? usual : old;
      }
    };
  }

  /**
   * The music folders.
   *
   * @throws HostException {@code library-missing}, {@code library-unreadable}, or {@code
   *     no-library} if no folder is named
   */
  static List<Path> folders(Path file, HostEnvironment machine) throws HostException {
    if (!Files.isRegularFile(file)) {
      throw new HostException(
          "library-missing",
          file + ": there is no configuration of Quod Libet.",
          "Start Quod Libet once and name your music folders; or name the file with --library.");
    }
    String scan = scan(file);
    List<Path> folders = new ArrayList<>();
    try {
      for (String folder : split(scan, machine.system())) {
        folders.add(
            folder.startsWith("~/")
                ? machine.home().resolve(folder.substring(2))
                : Path.of(folder));
      }
    } catch (InvalidPathException e) {
      throw new HostException(
          "library-malformed", file + ": 'scan' names no folder that can be.", "Look at it.", e);
    }
    if (folders.isEmpty()) {
      throw new HostException(
          "no-library",
          file + ": no music folders are named in it.",
          "Name them in Quod Libet: File, Preferences, Library.");
    }
    return folders;
  }

  private static String scan(Path file) throws HostException {
    try {
      boolean settings = false;
      for (String line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          settings = line.strip().equals("[settings]");
        }
        Matcher scan = SCAN.matcher(line);
        if (settings && scan.matches()) {
          return scan.group(1);
        }
      }
      return "";
    } catch (IOException e) {
      throw new HostException(
          "library-unreadable",
          file + ": can't be read: " + e.getMessage(),
          "Give yourself the right to read it.",
          e);
    }
  }

  /** Folders stand between colons; a colon or backslash of a name has a backslash before it. */
  private static List<String> split(String scan, HostSystem system) {
    List<String> folders = new ArrayList<>();
    if (system == HostSystem.WINDOWS) {
      WINDOWS_FOLDER.matcher(scan).results().forEach(found -> folders.add(found.group()));
      return folders;
    }
    StringBuilder folder = new StringBuilder();
    for (int i = 0; i < scan.length(); i++) {
      char c = scan.charAt(i);
      if (c == '\\' && i + 1 < scan.length() && ":\\".indexOf(scan.charAt(i + 1)) >= 0) {
        folder.append(scan.charAt(++i));
      } else if (c == ':') {
        folders.add(folder.toString());
        folder.setLength(0);
      } else {
        folder.append(c);
      }
    }
    folders.add(folder.toString());
    folders.removeIf(String::isBlank);
    return folders;
  }
}
