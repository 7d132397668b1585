package org.tonearm.tag.planfile;

import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.plan.CommentBlock;

/**
 * Which part of a plan is looked at or applied. A track that was planned keeps the changes that
 * pass; without any it drops out. Immutable and thread-safe.
 *
 * @param statuses words of the statuses that pass; empty for all
 * @param fields the fields whose changes pass; empty for all
 * @param values a change passes if it writes one of these, in any case; empty for all
 * @param paths a track passes if its path or its name matches one of these; empty for all
 * @param untouched the fields whose changes never pass
 * @param leastScore probability, 0 to 1, that the best label told for a change must have
 */
public record PlanFilter(
    Set<String> statuses,
    Set<TagField> fields,
    List<String> values,
    List<PathMatcher> paths,
    Set<TagField> untouched,
    double leastScore) {
  /** Lets all pass. */
  public static final PlanFilter ALL =
      new PlanFilter(Set.of(), Set.of(), List.of(), List.of(), Set.of(), 0);

  /** Copies the collections. */
  public PlanFilter {
    statuses = Set.copyOf(statuses);
    fields = Set.copyOf(fields);
    values = List.copyOf(values);
    paths = List.copyOf(paths);
    untouched = Set.copyOf(untouched);
  }

  /** The same, and changes of these fields never pass. */
  public PlanFilter without(Set<TagField> fieldsLeft) {
    return new PlanFilter(statuses, fields, values, paths, fieldsLeft, leastScore);
  }

  /** The track as far as it passes. */
  public Optional<PlannedTrack> of(PlannedTrack track) {
    if (!(statuses.isEmpty() || statuses.contains(track.status())) || !matches(track.path())) {
      return Optional.empty();
    }
    if (track.changes().isEmpty()) {
      boolean anyChange = fields.isEmpty() && values.isEmpty() && leastScore <= 0;
      return anyChange ? Optional.of(track) : Optional.empty();
    }
    List<FieldChange> passing =
        track.changes().stream()
            .filter(change -> passes(track, change) && mayChange(track, change.field()))
            .toList();
    return passing.isEmpty() ? Optional.empty() : Optional.of(track.withChanges(passing));
  }

  /** The fields that this filter leaves untouched and that a track would have changed else. */
  public Set<TagField> leftOut(PlannedTrack track) {
    return without(Set.of()).of(track).stream()
        .flatMap(passing -> passing.changes().stream())
        .map(FieldChange::field)
        .filter(untouched::contains)
        .collect(Collectors.toSet());
  }

  /** Where a genre or mood is left out, so is the note that tells where it comes from. */
  private boolean mayChange(PlannedTrack track, TagField field) {
    return !untouched.contains(field)
        && (field != TagField.PROVENANCE
            || track.changes().stream()
                .map(FieldChange::field)
                .filter(untouched::contains)
                .noneMatch(TagField.heard()::contains));
  }

  private boolean matches(Path path) {
    Path name = path.getFileName();
    return paths.isEmpty()
        || paths.stream()
            .anyMatch(matcher -> matcher.matches(path) || (name != null && matcher.matches(name)));
  }

  private boolean passes(PlannedTrack track, FieldChange change) {
    return (fields.isEmpty() || fields.contains(change.field()))
        && (values.isEmpty() || change.after().stream().anyMatch(this::asked))
        && score(track, change) >= leastScore;
  }

  private boolean asked(String value) {
    return values.stream().anyMatch(value::equalsIgnoreCase);
  }

  /** Of a note that tells several answers, the least sure of them; 1 where none is told. */
  private static double score(PlannedTrack track, FieldChange change) {
    DoubleStream told =
        track.verdicts().stream()
            .filter(verdict -> tells(change, verdict))
            .map(Verdict::narrowest)
            .filter(labels -> !labels.isEmpty())
            .mapToDouble(labels -> labels.stream().mapToDouble(LabelScore::score).max().orElse(1));
    return told.min().orElse(1);
  }

  private static boolean tells(FieldChange change, Verdict verdict) {
    return switch (change.field()) {
      case COMMENT -> change.after().stream().anyMatch(CommentBlock::isIn);
      case PROVENANCE -> {
        String part = verdict.task().word() + "=" + verdict.modelId() + " ";
        yield change.after().stream().anyMatch(text -> text.contains(part));
      }
      default -> TagField.of(verdict.task()) == change.field();
    };
  }
}
