package org.tonearm.standalone;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.TrackOutcome;
import org.tonearm.tag.planfile.PlanFile;
import org.tonearm.tag.planfile.PlanFileException;
import org.tonearm.tag.planfile.PlanFilter;
import org.tonearm.tag.planfile.PlannedTrack;

/** The tracks of a plan that pass a filter, read as they are asked for. */
final class PlannedTracks implements Listed, Iterator<PlannedTrack> {

  /** The plan turned out to be damaged half-way. */
  static final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PlanFileException reason;

    Damaged(PlanFileException reason) {
      super(reason);
      this.reason = reason;
    }

    PlanFileException reason() {
      return reason;
    }
  }

  private final PlanFile plan;
  private final PlanFilter filter;
  private final OptionalLong total;
  private final Set<TagField> leftOut;
  private Optional<PlannedTrack> next = Optional.empty();
  private boolean ended;

  /** Not counted. */
  PlannedTracks(PlanFile plan, PlanFilter filter) {
    this(plan, filter, OptionalLong.empty(), Set.of());
  }

  private PlannedTracks(
      PlanFile plan, PlanFilter filter, OptionalLong total, Set<TagField> leftOut) {
    this.plan = plan;
    this.filter = filter;
    this.total = total;
    this.leftOut = leftOut;
  }

  /**
   * Counted, by reading the plan once to its end: so a damaged one is found before anything is
   * written.
   *
   * @param plan at its beginning
   * @param file the same, to be opened a second time
   */
  static PlannedTracks counted(PlanFile plan, Path file, PlanFilter filter)
      throws PlanFileException {
    long count = 0;
    Set<TagField> leftOut = EnumSet.noneOf(TagField.class);
    try (PlanFile first = PlanFile.open(file)) {
      for (Optional<PlannedTrack> track = first.next(); track.isPresent(); track = first.next()) {
        count += filter.of(track.get()).isPresent() ? 1 : 0;
        leftOut.addAll(filter.leftOut(track.get()));
      }
    }
    return new PlannedTracks(plan, filter, OptionalLong.of(count), leftOut);
  }

  /** The fields that the plan would change and the filter leaves untouched, if it was counted. */
  Set<TagField> leftOut() {
    return leftOut;
  }

  @Override
  public boolean any() {
    return hasNext();
  }

  @Override
  public List<TrackOutcome> problems() {
    return List.of();
  }

  @Override
  public OptionalLong total() {
    return total;
  }

  @Override
  public String none() {
    return "The plan holds nothing to write, or nothing that the filters let pass.";
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended) {
      Optional<PlannedTrack> read = read();
      ended = read.isEmpty();
      next = read.flatMap(filter::of);
    }
    return next.isPresent();
  }

  @Override
  public PlannedTrack next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PlannedTrack track = next.orElseThrow();
    next = Optional.empty();
    return track;
  }

  private Optional<PlannedTrack> read() {
    try {
      return plan.next();
    } catch (PlanFileException e) {
      throw new Damaged(e);
    }
  }
}
