package org.tonearm.players.rhythmbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.listing.ListingHost;
import org.tonearm.listing.Locations;
import org.tonearm.listing.VersionedListing;

/** Rhythmbox, by its database {@code rhythmdb.xml}. */
public final class RhythmboxHost extends ListingHost {

  /** On the library at the usual place of this machine. */
  public RhythmboxHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  RhythmboxHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "rhythmbox";
  }

  @Override
  public String displayName() {
    return "Rhythmbox";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "Start Rhythmbox: it reads changed files again; the mood stands in the column Comment.";
  }

  /** It keeps one genre a track, and looks at files whose time has moved on. */
  @Override
  public TagProfile profile() {
    return new TagProfile(
        "; ",
        "MOOD",
        4,
        TagProfile.ModificationTime.MOVED_ON,
        Map.of(TagKind.VORBIS, MultiValues.JOINED, TagKind.ID3, MultiValues.JOINED));
  }

  @Override
  protected ListingHost on(HostEnvironment machine, Path place) {
    return new RhythmboxHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    return List.of(machine.xdgDataHome().resolve("rhythmbox/rhythmdb.xml"));
  }

  @Override
  protected String howToGetOne() {
    return "Start Rhythmbox once and add your music folder.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("rhythmbox");
  }

  @Override
  protected VersionedListing read(Path place, Locations locations) throws HostException {
    return new RhythmboxLibrary(locations).read(place);
  }
}
