package org.tonearm.listing;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostSystem;

/**
 * Makes texts that name files into paths of a system, as texts with forward slashes. A path of
 * another system gives nothing. Immutable and thread-safe.
 */
public final class Locations {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
  private static final Pattern ON_DRIVE = Pattern.compile("[A-Za-z]:/.*", Pattern.DOTALL);
  private static final Pattern DRIVE_WITHOUT_SLASH =
      Pattern.compile("(?i)file://localhost([a-z]:/.*)", Pattern.DOTALL);

  /**
   * An address such as {@code http://radio/}, or what rekordbox makes of a track of a service:
   * {@code file://localhosttidal:tracks:1}, {@code file://localhost/v4/catalog/tracks/1}. What lies
   * on a share or a connected player, such as {@code smb://nas/music/a.mp3}, is a file.
   */
  private static final Pattern STREAM =
      Pattern.compile(
          "(?!(?:file|smb|sftp|ssh|ftp|dav|davs|nfs|afp|afc|mtp|gphoto2):)[a-z]{3,}:.*"
              + "|file://localhost([a-z][a-z0-9_-]+:.*|/v[0-9]+/catalog/tracks/[0-9]+/?)",
          Pattern.DOTALL);

  private final HostSystem system;
  private final String user;
  private final Function<String, Optional<String>> mounted;

  /** On a machine. */
  public Locations(HostEnvironment environment) {
    this(
        environment.system(),
        environment.home().getFileName() == null ? "" : environment.home().getFileName().toString(),
        Locations::realFolder);
  }

  /**
   * @param user name of the user's home folder
   * @param mounted the folder, links followed, that is at a place where a volume may be; empty if
   *     there is none
   */
  Locations(HostSystem system, String user, Function<String, Optional<String>> mounted) {
    this.system = system;
    this.user = user;
    this.mounted = mounted;
  }

  private static Optional<String> realFolder(String text) {
    Optional<Path> folder = path(text).filter(Files::isDirectory);
    try {
      return folder.isEmpty()
          ? Optional.empty()
          : Optional.of(folder.get().toRealPath().toString());
    } catch (IOException e) {
      return Optional.empty(); // It was taken off just now.
    }
  }

  /** A path that was found, as an object; empty if this system can't have such names. */
  public static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A path with links followed, of a file that is not there those of the folders that are. */
  public static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    for (Path there = path.toAbsolutePath(); there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(path.toAbsolutePath())).normalize();
      } catch (IOException e) {
        // It may be one of its folders that is there.
      }
    }
    return whole;
  }

  /** Whether a host's text names what is no file at all, and so no track that could be tagged. */
  public static boolean isStream(String location) {
    return STREAM.matcher(location).matches();
  }

  /**
   * Of a URL such as {@code file://localhost/C:/Music/a%20b.mp3}. {@code #}, {@code ?} and {@code
   * +} stand for themselves: hosts write them bare.
   */
  public Optional<String> ofUrl(String url) {
    Matcher drive = DRIVE_WITHOUT_SLASH.matcher(url);
    if (drive.matches()) {
      return ofUrl("file:///" + drive.group(1));
    }
    int slash = url.indexOf('/', 7);
    if (!url.regionMatches(true, 0, "file://", 0, 7) || slash < 0 || isStream(url)) {
      return Optional.empty();
    }
    String host = url.substring(7, slash);
    boolean here = host.isEmpty() || host.equalsIgnoreCase("localhost");
    return decoded(url.substring(slash))
        .map(path -> here ? path : "//" + host + path)
        .map(path -> ON_DRIVE.matcher(path.substring(1)).matches() ? path.substring(1) : path)
        .flatMap(this::own);
  }

  /** The file of a URL; on Linux also one whose name is no UTF-8, byte for byte. */
  public Optional<Path> fileOfUrl(String url) {
    return ofUrl(url).flatMap(Locations::path).or(() -> byBytes(url));
  }

  private Optional<Path> byBytes(String url) {
    if (system != HostSystem.LINUX) {
      return Optional.empty(); // The others' names are Unicode.
    }
    try {
      URI uri = URI.create(url);
      // It has the replacement character where bytes are no UTF-8.
      return Optional.ofNullable(uri.getPath())
          .filter(path -> path.contains("\uFFFD") && !ON_DRIVE.matcher(path.substring(1)).matches())
          .map(path -> Path.of(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Of a path as a system writes it, such as {@code D:\Music\a.mp3}. */
  public Optional<String> ofNative(String path) {
    boolean windows = path.startsWith("\\\\") || path.matches("(?s)[A-Za-z]:[\\\\/].*");
    return own(windows ? path.replace('\\', '/') : path);
  }

  /**
   * Of a folder such as {@code /:Users/:dj/:} on a volume such as {@code C:} or {@code Macintosh
   * HD}. Where the volume is mounted decides, not whether the file is there: another one may lie at
   * the same place of the system's own volume. A Mac has that one too below {@code /Volumes}, as a
   * link; so one that is not there is not connected. A name with a slash in it gives nothing: a
   * path would take it for two names, and so lead to another file.
   */
  public Optional<String> ofVolume(String volume, String folder, String file) {
    if (file.contains("/") || folder.replace("/:", "").contains("/")) {
      return Optional.empty();
    }
    String path = folder.replace("/:", "/") + file;
    if (DRIVE.matcher(volume).matches()) {
      return own(volume + path);
    }
    if (volume.startsWith("\\\\") || volume.startsWith("//")) {
      return own(volume.replace('\\', '/') + path);
    }
    if (volume.isEmpty()) {
      return own(path);
    }
    List<String> there =
        mounts().stream()
            .map(m -> m + "/" + volume)
            .filter(v -> mounted.apply(v).isPresent())
            .toList();
    if (there.isEmpty()) {
      return system == HostSystem.MACOS ? Optional.empty() : own(path);
    }
    // A drive that was pulled out can leave an empty folder behind; another one knows the track's.
    String inside = folder.replace("/:", "/");
    String place =
        there.stream()
            .filter(v -> mounted.apply(v + inside).isPresent())
            .findFirst()
            .orElse(there.get(0));
    return Optional.of(mounted.apply(place).equals(Optional.of("/")) ? path : place + path);
  }

  /** Folders in which this system puts drives that are plugged in, one folder a drive. */
  public List<String> mounts() {
    return switch (system) {
      case MACOS -> List.of("/Volumes");
      case LINUX -> List.of("/media/" + user, "/run/media/" + user, "/mnt");
      default -> List.of();
    };
  }

  private Optional<String> own(String path) {
    boolean windows = ON_DRIVE.matcher(path).matches() || path.startsWith("//");
    return path.startsWith("/") || windows
        ? Optional.of(path).filter(p -> windows == (system == HostSystem.WINDOWS))
        : Optional.empty();
  }

  private static Optional<String> decoded(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.put(raw[i]);
        continue;
      }
      int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (16 * high + low));
      i += 2;
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
