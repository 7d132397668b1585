package org.tonearm.djxml.collection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCollection;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostHazard;
import org.tonearm.api.host.HostLibrary;
import org.tonearm.api.host.HostLibrary.Support;
import org.tonearm.api.host.ResultWay;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.djxml.location.Locations;

/** A host whose library is one XML file. Immutable and thread-safe, as its subclasses are. */
public abstract class XmlHost implements HostAdapter {
  private final HostEnvironment environment;
  private final Optional<Path> named;

  /**
   * @param environment the machine
   * @param named a collection that the user names; empty for the one at the usual place
   */
  protected XmlHost(HostEnvironment environment, Optional<Path> named) {
    this.environment = environment;
    this.named = named;
  }

  /** The same on another collection. */
  protected abstract XmlHost on(HostEnvironment machine, Path place);

  /** Where the collection lies usually, best place first; none need exist. */
  protected abstract List<Path> usualPlaces(HostEnvironment machine);

  /** What the user does to have a collection that can be named, as a sentence. */
  protected abstract String howToGetOne();

  /** What the user does so that the host takes an exported collection, as a sentence. */
  protected abstract String importHint();

  /** Names of the program's files, in lower case, without endings. */
  protected abstract Set<String> programs();

  /** A new reader. */
  protected abstract CollectionReader reader(Locations locations);

  @Override
  public final HostAdapter at(Path place) {
    return on(environment, place);
  }

  @Override
  public final HostLibrary library() {
    Optional<Path> place = place();
    if (place.isEmpty()) {
      return new HostLibrary(
          Support.NOT_FOUND,
          Optional.empty(),
          "",
          "No collection was found at the usual places. " + howToGetOne());
    }
    try {
      XmlCollection collection = read(place.get());
      int tracks = collection.entries().size();
      return new HostLibrary(
          Support.SUPPORTED,
          place,
          collection.version(),
          "It was read in full: " + tracks + (tracks == 1 ? " track." : " tracks."));
    } catch (HostException e) {
      boolean missing = e.code().equals("library-missing");
      return new HostLibrary(
          missing ? Support.NOT_FOUND : Support.UNSUPPORTED, place, "", e.getMessage());
    }
  }

  @Override
  public final Optional<HostCollection> collection() throws HostException {
    return Optional.of(
        read(
            place()
                .orElseThrow(
                    () ->
                        new HostException(
                            "no-library",
                            displayName() + ": no collection was found at the usual places.",
                            howToGetOne() + " Then name it with --library."))));
  }

  @Override
  public final Stream<Track> tracks(TrackRequest request) {
    String origin = place().map(Path::toString).orElse(displayName());
    CollectionTracks tracks = new CollectionTracks(request, origin);
    try {
      return tracks.of(collection().orElseThrow().entries());
    } catch (HostException e) {
      request.problems().accept(new TrackRequest.Problem(Path.of(origin), e));
      return Stream.empty();
    }
  }

  @Override
  public final List<HostHazard> hazards() {
    List<HostHazard> hazards = new ArrayList<>();
    if (environment.programs().get().stream().anyMatch(this::isOurs)) {
      hazards.add(
          new HostHazard(
              "host-running",
              displayName() + " is running: it may write its collection, or files, meanwhile.",
              "Close it before you tag or export."));
    }
    try {
      long missing =
          collection().orElseThrow().entries().stream()
              .filter(entry -> entry.file().filter(Files::exists).isEmpty())
              .count();
      if (missing > 0) {
        hazards.add(
            new HostHazard(
                "tracks-missing",
                "Files that the collection names and that are not on this machine: "
                    + missing
                    + ".",
                "Connect the drives that hold them, or have the program look for them."));
      }
    } catch (HostException e) {
      hazards.add(new HostHazard(e.code(), sentence(e.getMessage()), sentence(e.remedy())));
    }
    return List.copyOf(hazards);
  }

  @Override
  public final Set<ResultWay> ways() {
    return Set.of(ResultWay.FILE_TAGS, ResultWay.COLLECTION, ResultWay.PLAYLISTS);
  }

  @Override
  public TagProfile profile() {
    // DJ programs were slow to take to ID3v2.4, and sort by the time of the file.
    return new TagProfile("; ", "MOOD", 3, TagProfile.ModificationTime.KEPT);
  }

  private XmlCollection read(Path place) throws HostException {
    Locations locations = new Locations(environment);
    return XmlCollection.read(place, () -> reader(locations), importHint());
  }

  private Optional<Path> place() {
    return named.or(
        () -> usualPlaces(environment).stream().filter(Files::isRegularFile).findFirst());
  }

  private boolean isOurs(String running) {
    String name = running.endsWith(".exe") ? running.substring(0, running.length() - 4) : running;
    return programs().stream()
        .anyMatch(program -> name.equals(program) || name.startsWith(program + " "));
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
