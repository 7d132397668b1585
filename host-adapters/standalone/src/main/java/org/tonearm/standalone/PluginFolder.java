package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlugin;

/**
 * The folder that holds a plugin in a host. Only files of the plugin are ever written or removed
 * there; the mark in the note of the command tells that the folder is Tonearm's. Beside it the note
 * keeps a checksum of each file, by which those that the user edited are known.
 *
 * @param plugin what lies there
 */
record PluginFolder(HostPlugin plugin) {
  private static final String COMPILED = "__pycache__";
  private static final String SUMS = "files";

  /**
   * Writes the plugin, in place of an older one.
   *
   * @param command the words that start Tonearm
   * @throws HostException {@code target-exists} if the folder holds something else, or a file that
   *     was edited since; {@code target-io} if it can't be written
   */
  void install(List<String> command) throws HostException {
    demandOwn();
    Path folder = plugin.folder();
    try {
      for (String former : unedited()) {
        Files.deleteIfExists(folder.resolve(former));
      }
      Files.createDirectories(folder);
      // First, so that what is left of a write that fails is known as Tonearm's, and as unedited.
      note(Map.of(HostPlugin.MARK, command));
      Map<String, String> sums = new TreeMap<>();
      for (Map.Entry<String, String> file : plugin.files().entrySet()) {
        byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(file.getKey()), content);
        sums.put(file.getKey(), sum(content));
      }
      note(Map.of(HostPlugin.MARK, command, SUMS, sums));
    } catch (IOException e) {
      throw fault(folder + " can't be written: " + e.getMessage(), e);
    }
  }

  /**
   * Removes the plugin, and its folder unless the user put something there.
   *
   * @return whether there was one
   * @throws HostException as for install
   */
  boolean remove() throws HostException {
    demandOwn();
    Path folder = plugin.folder();
    if (!Files.exists(folder.resolve(HostPlugin.COMMAND))) {
      return false;
    }
    try {
      Set<String> files = new HashSet<>(unedited());
      files.addAll(plugin.files().keySet());
      for (String file : files) {
        Files.deleteIfExists(folder.resolve(file));
      }
      deleteCompiled(folder.resolve(COMPILED));
      Files.delete(folder.resolve(HostPlugin.COMMAND));
      if (isEmpty(folder)) {
        Files.delete(folder);
      }
      return true;
    } catch (IOException e) {
      throw fault(folder + " can't be removed: " + e.getMessage(), e);
    }
  }

  private void note(Map<String, ?> content) throws IOException {
    Files.writeString(
        plugin.folder().resolve(HostPlugin.COMMAND),
        new ObjectMapper().writeValueAsString(content));
  }

  /** Files that an install wrote, also of another version. */
  private Set<String> unedited() throws IOException, HostException {
    Path note = plugin.folder().resolve(HostPlugin.COMMAND);
    Set<String> names = new HashSet<>();
    if (!Files.exists(note)) {
      return names;
    }
    for (Map.Entry<String, JsonNode> known :
        new ObjectMapper().readTree(note.toFile()).path(SUMS).properties()) {
      // Somebody may have written into the note; names are plain, as HostPlugin has them.
      if (!known.getKey().matches("[\\w.]+")) {
        continue;
      }
      Path file = plugin.folder().resolve(known.getKey());
      if (Files.isRegularFile(file)) {
        if (!sum(Files.readAllBytes(file)).equals(known.getValue().asText())) {
          throw new HostException(
              "target-exists",
              file + " was changed since Tonearm wrote it; nothing is written over.",
              "Move it away, or delete it if you can spare it, and try again.");
        }
        names.add(file.getFileName().toString());
      }
    }
    return names;
  }

  private static String sum(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return Long.toHexString(crc.getValue());
  }

  private void demandOwn() throws HostException {
    Path folder = plugin.folder();
    try {
      if (Files.exists(folder)
          && !isMarked(folder.resolve(HostPlugin.COMMAND))
          && !(Files.isDirectory(folder) && isEmpty(folder))) {
        throw new HostException(
            "target-exists",
            folder + " is there already, and is not Tonearm's; it is left alone.",
            "Move it away if you can spare it, or name another folder with --into.");
      }
    } catch (IOException e) {
      throw fault(folder + " can't be read: " + e.getMessage(), e);
    }
  }

  private static boolean isMarked(Path note) throws IOException {
    try {
      return Files.isRegularFile(note)
          && new ObjectMapper().readTree(note.toFile()).path(HostPlugin.MARK).isArray();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static void deleteCompiled(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> compiled = Files.newDirectoryStream(folder, "*.pyc")) {
      for (Path file : compiled) {
        Files.delete(file);
      }
    }
    if (isEmpty(folder)) {
      Files.delete(folder);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  private static HostException fault(String message, IOException cause) {
    return new HostException(
        "target-io", message, "Make it writable, or name another folder with --into.", cause);
  }
}
