package org.tonearm.installer.notices;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A part of others.
 *
 * @param name of the artifact
 * @param version of it
 * @param licences names as its project file has them: one of them may be chosen; may be empty
 * @param jar where it lies
 */
public record Part(String name, String version, List<String> licences, Path jar) {
  private static final String OURS = "tonearm-";

  /** Copies the list. */
  public Part {
    licences = List.copyOf(licences);
  }

  /** The licence under which it is used. */
  public Licence licence() {
    return Licence.best(licences);
  }

  /**
   * Those of a class path in a Maven repository, Tonearm's own left out, by name.
   *
   * @throws IOException if a project file can't be read
   */
  public static List<Part> ofClassPath(String classPath) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String entry : Arrays.asList(classPath.strip().split(File.pathSeparator))) {
      Path jar = Path.of(entry);
      String file = jar.getFileName().toString();
      if (file.endsWith(".jar") && !file.startsWith(OURS)) {
        Path folder = jar.getParent();
        String version = folder.getFileName().toString();
        String name = folder.getParent().getFileName().toString();
        RepositoryPom pom = RepositoryPom.read(folder.resolve(name + "-" + version + ".pom"));
        parts.add(new Part(name, version, pom.licences(), jar));
      }
    }
    parts.sort(Comparator.comparing((Part part) -> part.jar().getFileName().toString()));
    return parts;
  }
}
