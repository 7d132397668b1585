package org.tonearm.installer.notices;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A kind of licence, best first: of several that a part may be used under, the first in this order
 * is taken.
 */
public enum Licence {
  /** Apache License 2.0. */
  APACHE("Apache-2.0", true, "apache"),
  /** MIT. */
  MIT("MIT", true, "\\bmit\\b"),
  /** BSD with two or three clauses. */
  BSD("BSD", true, "\\bbsd\\b"),
  /** Eclipse Public License. */
  EPL("EPL", true, "eclipse public|\\bepl\\b"),
  /** Mozilla Public License. */
  MPL("MPL", true, "mozilla|\\bmpl\\b"),
  /** GNU Affero General Public License. */
  AGPL("AGPL", false, "affero|\\bagpl"),
  /** GNU Lesser General Public License: used unchanged, and replaceable. */
  LGPL("LGPL", true, "lesser|\\blgpl"),
  /** GNU General Public License with the exception that linking does not count. */
  GPL_WITH_EXCEPTION("GPL with Classpath exception", true, "classpath exception"),
  /** GNU General Public License. */
  GPL("GPL", false, "general public|\\bgpl"),
  /** What is not known is not used. */
  UNKNOWN("unknown", false, "");

  private final String shown;
  private final boolean usable;
  private final Pattern known;

  Licence(String shown, boolean usable, String known) {
    this.shown = shown;
    this.usable = usable;
    this.known = Pattern.compile(known);
  }

  /** Short name. */
  public String shown() {
    return shown;
  }

  /** Whether a part under it may be linked. */
  public boolean usable() {
    return usable;
  }

  /** The kind that a name, as project files have it, speaks of. */
  public static Licence named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Licence licence : values()) {
      if (licence.known.matcher(lower).find()) {
        return licence;
      }
    }
    return UNKNOWN;
  }

  /** The best of those that a part may be used under. */
  public static Licence best(List<String> names) {
    return names.stream().map(Licence::named).min(Licence::compare).orElse(UNKNOWN);
  }

  private static int compare(Licence a, Licence b) {
    return a.usable == b.usable ? a.compareTo(b) : a.usable ? -1 : 1;
  }
}
