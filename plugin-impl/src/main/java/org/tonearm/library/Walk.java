package org.tonearm.library;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;

/** One scan under way: depth first, holding the listings of the folders on the current way down. */
final class Walk implements Iterator<Track> {

  /**
   * A place still to visit.
   *
   * @param path as given or listed
   * @param origin the argument that led here
   * @param realFolder real path of the folder it was listed in, null for an argument
   */
  private record Place(Path path, Path origin, Path realFolder) {
    boolean named() {
      return realFolder == null;
    }
  }

  private final TrackRequest request;
  private final NameFilter filter;
  private final Deque<Place> ahead = new ArrayDeque<>();

  // Files by real path, not by file key: a tagged file is a new file under the old name, and two
  // hard links are two names that each deserve their tags. Folders by key, which sees through bind
  // mounts too.
  private final Set<Path> files = new HashSet<>();
  private final Set<Object> folders = new HashSet<>();
  private Track next;

  Walk(TrackRequest request) {
    this.request = request;
    this.filter = new NameFilter(request.include(), request.exclude());
    request.paths().forEach(path -> ahead.addLast(new Place(path, path, null)));
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ahead.isEmpty()) {
      visit(ahead.removeFirst());
    }
    return next != null;
  }

  @Override
  public Track next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Track track = next;
    next = null;
    return track;
  }

  private void visit(Place place) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(place.path(), BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        enter(place, attributes);
      } else if (attributes.isRegularFile() || place.named()) {
        take(place);
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      if (place.named() || filter.acceptsListed(place.path())) {
        request.problems().accept(new TrackRequest.Problem(place.path(), reason(place.path(), e)));
      }
    }
  }

  private void take(Place place) throws IOException {
    boolean accepted =
        place.named() ? filter.acceptsNamed(place.path()) : filter.acceptsListed(place.path());
    if (accepted && files.add(real(place))) {
      next = new Track(place.path(), place.origin().toString());
    }
  }

  private void enter(Place place, BasicFileAttributes attributes) throws IOException {
    Path realFolder = real(place);
    Object key = attributes.fileKey() == null ? realFolder : attributes.fileKey();
    if ((!place.named() && AudioNames.hidden(place.path())) || !folders.add(key)) {
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(place.path())) {
      listing.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      // A folder is a problem of its own, whatever patterns its files must match.
      request.problems().accept(new TrackRequest.Problem(place.path(), reason(place.path(), e)));
    }
    Collections.sort(entries);
    Collections.reverse(entries);
    entries.forEach(entry -> ahead.addFirst(new Place(entry, place.origin(), realFolder)));
  }

  /** The real path, without asking the file system where the folder's is known. */
  private static Path real(Place place) throws IOException {
    if (place.named() || Files.isSymbolicLink(place.path())) {
      return place.path().toRealPath();
    }
    return place.realFolder().resolve(place.path().getFileName());
  }

  private static LibraryException reason(Path path, Exception caught) {
    Throwable cause = caught instanceof DirectoryIteratorException ? caught.getCause() : caught;
    if (cause instanceof NoSuchFileException) {
      return missing(path, cause);
    }
    if (cause instanceof AccessDeniedException || cause instanceof SecurityException) {
      return new LibraryException(
          "unreadable",
          path + ": no permission to look into it.",
          "Give yourself read permission on it and on the folders above it, and run again.",
          cause);
    }
    return new LibraryException(
        "io",
        path + ": could not be listed: " + cause.getMessage(),
        "Check that the drive is connected and healthy, and run again.",
        cause);
  }

  private static LibraryException missing(Path path, Throwable cause) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return new LibraryException(
          "missing",
          path + ": this link leads to a file that is not there.",
          "Connect the drive that holds the file, or remove the link.",
          cause);
    }
    if (path.toString().indexOf('\uFFFD') >= 0) {
      return new LibraryException(
          "missing",
          path + ": no such file or folder under this name as it arrived here.",
          "The name is not valid UTF-8 text: give the folder that holds the file instead.",
          cause);
    }
    return new LibraryException(
        "missing",
        path + ": no such file or folder.",
        "Check the spelling, and that the drive is connected.",
        cause);
  }
}
