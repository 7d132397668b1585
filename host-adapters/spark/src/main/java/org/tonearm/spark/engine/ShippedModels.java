package org.tonearm.spark.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Models of the user's own, which no jar carries: taken along, and laid down on an executor. */
public final class ShippedModels {
  private ShippedModels() {}

  /**
   * The files of those models that lie below a folder.
   *
   * @param folder of models; may be missing
   * @param ids the models wished for; those that ship with Tonearm need not be sent
   */
  public static Map<String, byte[]> of(Path folder, Collection<String> ids) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String id : ids) {
      Path model = folder.resolve(id);
      if (Files.isDirectory(model)) {
        try (Stream<Path> all = Files.walk(model)) {
          for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            files.put(name, Files.readAllBytes(file));
          }
        }
      }
    }
    return files;
  }

  static void layDown(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
