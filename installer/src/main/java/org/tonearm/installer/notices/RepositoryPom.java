package org.tonearm.installer.notices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A project file in a Maven repository.
 *
 * @param file where it lies
 * @param project its root
 */
record RepositoryPom(Path file, Element project) {
  private static final String NO_TYPES = "http://apache.org/xml/features/disallow-doctype-decl";

  static RepositoryPom read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_TYPES, true);
      return new RepositoryPom(
          file, factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + " can't be read: " + e.getMessage(), e);
    }
  }

  /** Names and addresses, of this project or else of the nearest one above it that tells any. */
  List<String> licences() throws IOException {
    List<String> names = new ArrayList<>();
    for (Element all : children(project, "licenses")) {
      for (Element licence : children(all, "license")) {
        names.add(text(licence, "name") + " (" + text(licence, "url") + ")");
      }
    }
    if (!names.isEmpty()) {
      return names;
    }
    Optional<RepositoryPom> parent = parent();
    return parent.isPresent() ? parent.get().licences() : List.of();
  }

  private Optional<RepositoryPom> parent() throws IOException {
    for (Element parent : children(project, "parent")) {
      String group = text(parent, "groupId");
      String artifact = text(parent, "artifactId");
      String version = text(parent, "version");
      Path above =
          repository()
              .resolve(group.replace('.', '/'))
              .resolve(artifact)
              .resolve(version)
              .resolve(artifact + "-" + version + ".pom");
      if (Files.exists(above)) {
        return Optional.of(read(above));
      }
    }
    return Optional.empty();
  }

  /** The folder above that of the group. */
  private Path repository() {
    String group = text(project, "groupId");
    if (group.isEmpty()) {
      group = children(project, "parent").stream().map(p -> text(p, "groupId")).findFirst().get();
    }
    Path folder = file.getParent().getParent().getParent();
    for (int i = 0; i < group.split("\\.", -1).length; i++) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String text(Element element, String name) {
    return children(element, name).stream()
        .map(child -> child.getTextContent().strip())
        .findFirst()
        .orElse("");
  }

  private static List<Element> children(Element element, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && child.getTagName().equals(name)) {
        found.add(child);
      }
    }
    return found;
  }
}
