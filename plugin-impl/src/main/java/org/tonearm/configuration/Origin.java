package org.tonearm.configuration;

import java.nio.file.Path;

/** Where a value comes from. A later kind in this list prevails over an earlier one. */
public sealed interface Origin {

  /** In words for the user. */
  String text();

  /** Tonearm's own. */
  record Standard() implements Origin {
    @Override
    public String text() {
      return "default";
    }
  }

  /**
   * The profile of a host.
   *
   * @param host its id
   */
  record Host(String host) implements Origin {
    @Override
    public String text() {
      return "host " + host;
    }
  }

  /**
   * The configuration file.
   *
   * @param file the file
   * @param line from 1
   */
  record InFile(Path file, int line) implements Origin {
    @Override
    public String text() {
      return file + ":" + line;
    }
  }

  /**
   * The command line.
   *
   * @param name of the option, such as {@code --policy}
   */
  record Option(String name) implements Origin {
    @Override
    public String text() {
      return "option " + name;
    }
  }
}
