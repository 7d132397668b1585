package org.tonearm.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Stability;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostSystem;

/** What the fixtures of hosts are made from. */
@Stability(Stability.Level.EXPERIMENTAL)
public final class AudioBelow {
  private AudioBelow() {}

  /** The files of a folder and below it, links not followed. */
  public static List<Path> of(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** A text for an attribute or element, escaped in a way that is not the one of the product. */
  public static String xml(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x20 || "&<>\"'".indexOf(c) >= 0) {
                escaped.append(String.format("&#x%X;", c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /** A machine with a home folder, on which these programs run. */
  public static HostEnvironment machine(HostSystem system, Path home, String... running) {
    return new HostEnvironment(system, home, Map.of(), () -> Set.of(running));
  }
}
