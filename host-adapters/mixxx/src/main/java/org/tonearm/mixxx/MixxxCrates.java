package org.tonearm.mixxx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.Locations;
import org.tonearm.listing.sqlite.CarefulWrite;

/**
 * Mixxx's crates, filled in its database while Mixxx is closed: a backup, then one transaction. The
 * crates are called as what they hold with {@code (Tonearm)} behind it, so that one of the user's
 * is never meant; a locked one is left alone.
 */
final class MixxxCrates implements HostCrates {
  private static final String OURS = " (Tonearm)";

  /** Where the database lies. */
  @FunctionalInterface
  interface Place {
    Path find() throws HostException;
  }

  private final Place place;
  private final BooleanSupplier running;
  private final Locations locations;
  private final Runnable beforeCommit;

  MixxxCrates(Place place, BooleanSupplier running, HostEnvironment machine) {
    this(place, running, machine, () -> {});
  }

  /**
   * @param running whether Mixxx runs
   * @param beforeCommit run when all is written and nothing committed
   */
  MixxxCrates(
      Place place, BooleanSupplier running, HostEnvironment machine, Runnable beforeCommit) {
    this.place = place;
    this.running = running;
    this.locations = new Locations(machine);
    this.beforeCommit = beforeCommit;
  }

  @Override
  public void check() throws HostException {
    Path file = place.find();
    MixxxLibrary.read(file, locations);
    refuseIfRunning();
    CarefulWrite.tryLock(file);
  }

  @Override
  public String fill(List<Crate> crates) throws HostException {
    Path file = place.find();
    MixxxLibrary.read(file, locations); // refuses what is not known
    refuseIfRunning();
    try (CarefulWrite write = CarefulWrite.begin(file)) {
      Map<Path, Long> tracks = tracks(write);
      List<String> told = new ArrayList<>();
      for (Crate crate : crates) {
        told.add(fill(write, crate, tracks));
      }
      refuseIfRunning();
      beforeCommit.run();
      write.commit();
      told.add("Backup of the database as it was: " + write.backup());
      return String.join("\n", told);
    }
  }

  private static String fill(CarefulWrite write, Crate crate, Map<Path, Long> tracks)
      throws HostException {
    String name = crate.name() + OURS;
    List<Long> found = new ArrayList<>();
    List<Long> locked = new ArrayList<>();
    write.rows(
        "SELECT id, locked FROM crates WHERE name = ?",
        row -> (row.number(2) == 0 ? found : locked).add(row.number(1)),
        name);
    if (!locked.isEmpty()) {
      return "Crate '" + name + "' is locked, and was left as it is.";
    }
    List<Long> ids =
        crate.files().stream()
            .map(MixxxCrates::real)
            .filter(tracks::containsKey)
            .map(tracks::get)
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return "Crate '" + name + "': none of its tracks is in the library.";
    }
    long id = found.isEmpty() ? make(write, name) : found.get(0);
    int added = 0;
    for (long track : ids) {
      added +=
          write.change(
              "INSERT OR IGNORE INTO crate_tracks (crate_id, track_id) VALUES (?, ?)", id, track);
    }
    return "Crate '" + name + "': " + added + " added, " + (ids.size() - added) + " there already.";
  }

  private static long make(CarefulWrite write, String name) throws HostException {
    write.change("INSERT INTO crates (name) VALUES (?)", name);
    return write.newest();
  }

  private Map<Path, Long> tracks(CarefulWrite write) throws HostException {
    Map<Path, Long> tracks = new HashMap<>();
    write.rows(
        "SELECT l.id, t.location FROM library l JOIN track_locations t ON t.id = l.location"
            + " WHERE COALESCE(l.mixxx_deleted, 0) = 0 AND COALESCE(t.fs_deleted, 0) = 0",
        row ->
            locations
                .ofNative(row.text(2))
                .flatMap(Locations::path)
                .ifPresent(path -> tracks.put(real(path), row.number(1))));
    return tracks;
  }

  private void refuseIfRunning() throws HostException {
    if (running.getAsBoolean()) {
      throw new HostException(
          "host-running",
          "Mixxx is running, so its crates are not touched.",
          "Close Mixxx, and start again.");
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
