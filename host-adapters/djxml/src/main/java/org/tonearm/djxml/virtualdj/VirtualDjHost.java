package org.tonearm.djxml.virtualdj;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.djxml.collection.CollectionReader;
import org.tonearm.djxml.collection.XmlHost;
import org.tonearm.listing.Locations;

/** VirtualDJ, through its database.xml. */
public final class VirtualDjHost extends XmlHost {

  /** On the collection at the usual place of this machine. */
  public VirtualDjHost() {
    this(HostEnvironment.ofProcess(), Optional.empty());
  }

  VirtualDjHost(HostEnvironment machine, Optional<Path> named) {
    super(machine, named);
  }

  @Override
  public String id() {
    return "virtualdj";
  }

  @Override
  public String displayName() {
    return "VirtualDJ";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  public String refreshHint() {
    return "In VirtualDJ select the tracks, right-click, Batch, Reload tags from files (it replaces what was edited in VirtualDJ and never written to the files); the mood stands in the column Comment.";
  }

  @Override
  protected XmlHost on(HostEnvironment machine, Path place) {
    return new VirtualDjHost(machine, Optional.of(place));
  }

  @Override
  protected List<Path> usualPlaces(HostEnvironment machine) {
    List<Path> places = new ArrayList<>();
    String local = machine.variables().get("LOCALAPPDATA");
    if (machine.system() == HostSystem.WINDOWS && local != null) {
      places.add(Path.of(local, "VirtualDJ", "database.xml"));
    }
    if (machine.system() == HostSystem.MACOS) {
      places.add(machine.home().resolve("Library/Application Support/VirtualDJ/database.xml"));
    }
    places.add(machine.home().resolve("Documents/VirtualDJ/database.xml"));
    return places;
  }

  @Override
  protected String howToGetOne() {
    return "Start VirtualDJ once; drives other than the first have a VirtualDJ/database.xml of their own.";
  }

  @Override
  protected String importHint() {
    return "Close VirtualDJ, keep its database.xml under another name, and put the new file in its place.";
  }

  @Override
  protected Set<String> programs() {
    return Set.of("virtualdj", "virtualdj8", "virtualdj_pro");
  }

  @Override
  protected CollectionReader reader(Locations locations) {
    return new VirtualDjReader(locations);
  }
}
