package org.tonearm.serato;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.host.ResultWay;
import org.tonearm.listing.Folder;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** Serato DJ, by its folder {@code _Serato_}; each drive has one. */
public final class SeratoHost extends ListingHost {

  /** On the library at the usual place of this machine. */
  public SeratoHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  SeratoHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "serato";
  }

  @Override
  public String displayName() {
    return "Serato DJ";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "In Serato open the Files panel, press Rescan ID3 Tags; the mood stands in the column Comment.";
  }

  @Override
  public Set<ResultWay> ways() {
    return Set.of(ResultWay.FILE_TAGS, ResultWay.CRATES, ResultWay.PLAYLISTS);
  }

  @Override
  public Optional<HostCrates> crates() {
    return Optional.of(new SeratoCrates(this::existingPlace, this::running));
  }

  @Override
  protected ListingHost on(HostEnvironment machine, Path place) {
    return new SeratoHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    List<Path> places = new ArrayList<>();
    places.add(machine.home().resolve("Music/_Serato_"));
    new Locations(machine)
        .mounts().stream()
            .flatMap(mounts -> Locations.path(mounts).stream())
            .forEach(mounts -> places.addAll(drives(mounts)));
    return places;
  }

  private static List<Path> drives(Path mounts) {
    try {
      return Folder.entries(mounts, "*").stream().map(drive -> drive.resolve("_Serato_")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  protected boolean liesAt(Path place) {
    return new SeratoFiles(place).any();
  }

  @Override
  protected String howToGetOne() {
    return "Start Serato once; its folder _Serato_ lies in Music, and in the root of each other drive.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("serato dj", "serato", "scratch live");
  }

  @Override
  protected VersionedListing read(Path place, Locations locations) throws HostException {
    return SeratoLibrary.read(place);
  }
}
