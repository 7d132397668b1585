package org.tonearm.installer.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads modules off the build files, from the topmost one down. */
final class ModuleMap {
  private static final String PREFIX = "tonearm-";

  private final Map<String, Module> modules = new LinkedHashMap<>();

  private ModuleMap() {}

  /** The modules in the order of the build files. */
  static List<Module> of(Path root) throws IOException {
    ModuleMap map = new ModuleMap();
    for (String room : modulesOf(project(root))) {
      map.add(root.resolve(room), room);
    }
    return List.copyOf(map.modules.values());
  }

  private void add(Path folder, String room) throws IOException {
    Element project = project(folder);
    List<String> inside = modulesOf(project);
    for (String module : inside) {
      add(folder.resolve(module), room);
    }
    if (inside.isEmpty()) {
      String name = folder.getFileName().toString();
      String description = text(project, "description").orElse("");
      modules.put(name, new Module(name, room, description, needs(project)));
    }
  }

  private static List<String> needs(Element project) {
    List<String> needs = new ArrayList<>();
    for (Element all : children(project, "dependencies")) {
      for (Element dependency : children(all, "dependency")) {
        String artifact = text(dependency, "artifactId").orElse("");
        boolean test = text(dependency, "scope").filter("test"::equals).isPresent();
        if (artifact.startsWith(PREFIX) && !test) {
          needs.add(artifact.substring(PREFIX.length()));
        }
      }
    }
    return needs;
  }

  private static List<String> modulesOf(Element project) {
    return children(project, "modules").stream()
        .flatMap(list -> children(list, "module").stream())
        .map(module -> module.getTextContent().strip())
        .toList();
  }

  private static Element project(Path folder) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(folder.resolve("pom.xml").toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(folder + " can't be read: " + e.getMessage(), e);
    }
  }

  private static Optional<String> text(Element above, String name) {
    return children(above, name).stream().map(e -> e.getTextContent().strip()).findFirst();
  }

  private static List<Element> children(Element above, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = above.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
