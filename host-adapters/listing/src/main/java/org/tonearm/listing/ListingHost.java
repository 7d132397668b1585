package org.tonearm.listing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostHazard;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.HostLibrary.Support;
import org.tonearm.api.host.ResultWay;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;

/**
 * A host that keeps a library which can be listed. Thread-safe, as its subclasses are; what they
 * keep of a reading holds as long as the library's file is the same.
 */
public abstract class ListingHost implements HostAdapter {
  private final HostEnvironment environment;
  private final Optional<Path> named;

  /**
   * @param environment the machine
   * @param named a library that the user names; empty for the one at the usual place
   */
  protected ListingHost(HostEnvironment environment, Optional<Path> named) {
    this.environment = environment;
    this.named = named;
  }

  /** The same on another library. */
  protected abstract ListingHost on(HostEnvironment machine, Path place);

  /** Where the library lies usually, best place first; none need exist. */
  protected abstract List<Path> usualPlaces(HostEnvironment machine);

  /** What the user does to have a library that can be named, as a sentence. */
  protected abstract String howToGetOne();

  /** Names of the program's files, in lower case, without endings. */
  protected abstract Set<String> programs();

  /**
   * Reads a library as a whole.
   *
   * @throws HostException {@code library-missing} and others
   */
  protected abstract VersionedListing read(Path place, Locations locations) throws HostException;

  /** Whether a library can lie at a usual place: whether there is such a file, or folder. */
  protected boolean liesAt(Path place) {
    return Files.isRegularFile(place);
  }

  /** The machine. */
  protected final HostEnvironment environment() {
    return environment;
  }

  /** The library that was named, or the first that lies at a usual place. */
  protected final Optional<Path> place() {
    return named.or(() -> usualPlaces(environment).stream().filter(this::liesAt).findFirst());
  }

  /** The same, where there must be one. */
  protected final Path existingPlace() throws HostException {
    return place()
        .orElseThrow(
            () ->
                new HostException(
                    "no-library",
                    displayName() + ": no library was found at the usual places.",
                    howToGetOne() + " Then name it with --library."));
  }

  /** Whether the program runs now. */
  protected final boolean running() {
    return environment.programs().get().stream().anyMatch(this::isOurs);
  }

  @Override
  public final HostAdapter at(Path place) {
    return on(environment, place);
  }

  @Override
  public Optional<? extends VersionedListing> listing() throws HostException {
    return Optional.of(read(existingPlace(), new Locations(environment)));
  }

  @Override
  public final HostLibrary library() {
    Optional<Path> place = place();
    if (place.isEmpty()) {
      return new HostLibrary(
          Support.NOT_FOUND,
          Optional.empty(),
          "",
          "No library was found at the usual places. " + howToGetOne());
    }
    try {
      VersionedListing listing = listing().orElseThrow();
      int tracks = listing.entries().size();
      String count = tracks + (tracks == 1 ? " track." : " tracks.");
      int faults = listing.passedOver().size();
      return new HostLibrary(
          Support.SUPPORTED,
          place,
          listing.version(),
          faults == 0
              ? "It was read in full: " + count
              : "It was read but for "
                  + (faults == 1 ? "one broken file: " : faults + " broken files: ")
                  + count
                  + " The check of this program (doctor) names what is broken.");
    } catch (HostException e) {
      boolean missing = e.code().equals("library-missing");
      return new HostLibrary(
          missing ? Support.NOT_FOUND : Support.UNSUPPORTED, place, "", e.getMessage());
    }
  }

  @Override
  public final Stream<Track> tracks(TrackRequest request) {
    String origin = place().map(Path::toString).orElse(displayName());
    ListedTracks tracks = new ListedTracks(request, origin);
    try {
      VersionedListing listing = listing().orElseThrow();
      for (HostException fault : listing.passedOver()) {
        request.problems().accept(new TrackRequest.Problem(Path.of(origin), fault));
      }
      return tracks.of(listing.entries());
    } catch (HostException e) {
      request.problems().accept(new TrackRequest.Problem(Path.of(origin), e));
      return Stream.empty();
    }
  }

  @Override
  public final List<HostHazard> hazards() {
    List<HostHazard> hazards = new ArrayList<>();
    if (running()) {
      hazards.add(
          new HostHazard(
              "host-running",
              displayName() + " is running: it may write its library, or files, meanwhile.",
              "Close it before you tag or export."));
    }
    try {
      VersionedListing listing = listing().orElseThrow();
      for (HostException fault : listing.passedOver()) {
        hazards.add(hazard(fault));
      }
      long missing =
          listing.entries().stream()
              .filter(entry -> !Locations.isStream(entry.location()))
              .filter(entry -> entry.file().filter(Files::exists).isEmpty())
              .count();
      if (missing > 0) {
        hazards.add(
            new HostHazard(
                "tracks-missing",
                "Files that the library names and that are not on this machine: " + missing + ".",
                "Connect the drives that hold them, or have the program look for them."));
      }
    } catch (HostException e) {
      hazards.add(hazard(e));
    }
    return List.copyOf(hazards);
  }

  private static HostHazard hazard(HostException fault) {
    return new HostHazard(fault.code(), sentence(fault.getMessage()), sentence(fault.remedy()));
  }

  @Override
  public Set<ResultWay> ways() {
    return Set.of(ResultWay.FILE_TAGS, ResultWay.PLAYLISTS);
  }

  @Override
  public TagProfile profile() {
    // DJ programs were slow to take to ID3v2.4, and sort by the time of the file.
    return new TagProfile("; ", "MOOD", 3, TagProfile.ModificationTime.KEPT);
  }

  private boolean isOurs(String running) {
    return programs().stream()
        .anyMatch(program -> running.equals(program) || running.startsWith(program + " "));
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
