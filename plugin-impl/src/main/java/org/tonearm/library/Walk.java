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

  // Each folder is entered once, so a file met in a listing is met once, unless an argument or a
  // link leads to it as well. Only what those led to is remembered, by real path and not by file
  // key: a tagged file is a new file under the old name, and two hard links are two names that each
  // deserve their tags.
  private final FoldersEntered folders = new FoldersEntered();
  private final Set<Path> ledTo = new HashSet<>();
  private final Set<Path> unlisted = new HashSet<>();
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
          Files.readAttributes(place.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean link = attributes.isSymbolicLink();
      if (link) {
        attributes = Files.readAttributes(place.path(), BasicFileAttributes.class);
      }
      // Only where an argument or a link leads does the file system have to be asked.
      Path real =
          place.named() || link
              ? place.path().toRealPath()
              : place.realFolder().resolve(place.path().getFileName());
      if (attributes.isDirectory()) {
        enter(place, real);
      } else if (place.named() || link) {
        takeLedTo(place, real, attributes);
      } else if (attributes.isRegularFile()
          && filter.acceptsListed(place.path())
          && (ledTo.isEmpty() || !ledTo.contains(real))) {
        next = track(place);
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      if (place.named() || filter.acceptsListed(place.path())) {
        request.problems().accept(new TrackRequest.Problem(place.path(), reason(place.path(), e)));
      }
    }
  }

  private void takeLedTo(Place place, Path real, BasicFileAttributes attributes)
      throws IOException {
    boolean accepted =
        place.named()
            ? filter.acceptsNamed(place.path())
            : attributes.isRegularFile() && filter.acceptsListed(place.path());
    boolean elsewhere = attributes.isRegularFile() && listed(real);
    if (accepted && !elsewhere && ledTo.add(real)) {
      next = track(place);
    }
  }

  /** Whether a file is, or was, among the entries of a folder that was entered. */
  private boolean listed(Path real) throws IOException {
    Path folder = real.getParent();
    return folder != null
        && filter.acceptsListed(real)
        && !unlisted.contains(folder)
        && folders.contains(folder, folder);
  }

  private void enter(Place place, Path real) throws IOException {
    if ((!place.named() && AudioNames.hidden(place.path())) || !folders.add(place.path(), real)) {
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(place.path())) {
      listing.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      unlisted.add(real);
      // A folder is a problem of its own, whatever patterns its files must match.
      request.problems().accept(new TrackRequest.Problem(place.path(), reason(place.path(), e)));
    }
    Collections.sort(entries);
    Collections.reverse(entries);
    entries.forEach(entry -> ahead.addFirst(new Place(entry, place.origin(), real)));
  }

  private static Track track(Place place) {
    return new Track(place.path(), place.origin().toString());
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
