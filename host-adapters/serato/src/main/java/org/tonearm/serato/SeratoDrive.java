package org.tonearm.serato;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.listing.Locations;

/**
 * The drive that a folder {@code _Serato_} belongs to: Serato names files by their paths from the
 * drive's root, without a slash before them. The folder lies in the root of a drive of its own, or
 * on the system's drive in the user's folder {@code Music}.
 *
 * @param parent the folder that {@code _Serato_} lies in
 * @param root what names are given from
 */
record SeratoDrive(Path parent, Path root) {

  static SeratoDrive of(Path serato) {
    Path folder = serato.toAbsolutePath().normalize();
    Path parent = folder.getParent() == null ? folder : folder.getParent();
    Path name = parent.getFileName();
    boolean music = name != null && name.toString().toLowerCase(Locale.ROOT).equals("music");
    return new SeratoDrive(parent, music ? parent.getRoot() : parent);
  }

  /** The file that a name means; empty if this system can't have such names. */
  Optional<Path> file(String name) {
    String relative = name.replace('\\', '/').replaceFirst("^/+", "");
    Optional<Path> usual = Locations.path(relative).map(root::resolve);
    if (usual.filter(Files::exists).isPresent()) {
      return usual;
    }
    // A folder Music may be that of a drive, and any other one may be on the system's drive.
    Path other = root.equals(parent) ? parent.getRoot() : parent;
    return Locations.path(relative).map(other::resolve).filter(Files::exists).or(() -> usual);
  }
}
