package org.tonearm.panel.view;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;

/** Finds components by their names, for pictures and tests. On the event thread. */
public final class NamedPart {
  private NamedPart() {}

  /**
   * The first component of a name and a kind.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static <T extends Component> T in(Component root, String name, Class<T> kind) {
    return find(root, name, kind)
        .orElseThrow(() -> new IllegalArgumentException("no component " + name));
  }

  private static <T extends Component> Optional<T> find(
      Component root, String name, Class<T> kind) {
    if (name.equals(root.getName()) && kind.isInstance(root)) {
      return Optional.of(kind.cast(root));
    }
    if (root instanceof Container container) {
      for (Component child : container.getComponents()) {
        Optional<T> found = find(child, name, kind);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
