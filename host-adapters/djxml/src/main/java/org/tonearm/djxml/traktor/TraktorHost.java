package org.tonearm.djxml.traktor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.FoldersByVersion;
import org.tonearm.djxml.collection.XmlHost;
import org.tonearm.listing.Locations;

/** Traktor, through its collection.nml. */
public final class TraktorHost extends XmlHost {

  /** On the collection at the usual place of this machine. */
  public TraktorHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  TraktorHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "traktor";
  }

  @Override
  public String displayName() {
    return "Traktor";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "In Traktor select the tracks, right-click, Reload Tags (it replaces what was edited in Traktor and never written to the files); the mood stands in the column Comment.";
  }

  @Override
  protected XmlHost on(HostEnvironment machine, Path place) {
    return new TraktorHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    Path home = machine.home().resolve("Documents/Native Instruments");
    return new FoldersByVersion(home, "Traktor").files("collection.nml");
  }

  @Override
  protected String howToGetOne() {
    return "Start Traktor once, or right-click Track Collection, Export the Collection.";
  }

  @Override
  protected String importHint() {
    return "In Traktor right-click Track Collection, Import another Collection, and choose the new file.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("traktor", "traktor pro", "traktor dj");
  }

  @Override
  protected CollectionReader reader(Locations locations) {
    return new TraktorReader(locations);
  }
}
