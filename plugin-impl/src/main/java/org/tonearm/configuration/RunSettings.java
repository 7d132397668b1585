package org.tonearm.configuration;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonearm.api.Task;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.run.ListeningSettings;
import org.tonearm.run.TaggingSettings;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.Provenance;
import org.tonearm.tag.plan.Vocabulary;
import org.tonearm.tag.write.WriteOptions;

/**
 * What runs take, by a configuration. Every verb that hears or plans has its settings from here.
 *
 * @param configuration what holds
 * @param host the profile of the host
 * @param program name and version, as the provenance tells it
 */
public record RunSettings(Configuration configuration, TagProfile host, String program) {

  /** How tracks are listened to. */
  public ListeningSettings listening() {
    return new ListeningSettings(
        configuration.tagging().fields().stream()
            .map(field -> Task.valueOf(field.name()))
            .collect(Collectors.toSet()),
        configuration.models(),
        configuration.thresholds().least(),
        configuration.thresholds().labels(),
        configuration.tagging().subgenres(),
        configuration.listening().excerpts(),
        configuration.listening().jobs());
  }

  /**
   * How tags are planned and written.
   *
   * @param allowAttributeLoss whether a file may be written though its owner, access list or
   *     extended attributes can't be kept
   * @param forcePartial whether a file is written although its stream broke half-way
   */
  public TaggingSettings tagging(boolean allowAttributeLoss, boolean forcePartial) {
    TagProfile.ModificationTime time = configuration.tagging().modificationTime();
    Map<TagKind, MultiValues> multiValues = new EnumMap<>(TagKind.class);
    Keys.KINDS.forEach(
        (kind, format) -> multiValues.put(kind, configuration.formats().get(format).multiValues()));
    TagProfile profile =
        new TagProfile(
            host.separator(), host.moodDescription(), host.newId3Version(), time, multiValues);
    return new TaggingSettings(
        plan(),
        profile,
        new WriteOptions(allowAttributeLoss, configuration.tagging().hardLinks()),
        forcePartial,
        configuration.tagging().scope() == Scope.ALBUM);
  }

  /** How tags are planned. */
  public PlanSettings plan() {
    Configuration.Tagging tagging = configuration.tagging();
    Set<TagField> fields = EnumSet.allOf(TagField.class);
    for (Task task : Task.values()) {
      if (!tagging.fields().contains(TagField.of(task))) {
        fields.remove(TagField.of(task));
      }
    }
    fields.removeAll(tagging.protectedFields());
    Map<TagField, Double> leastReplace = new EnumMap<>(TagField.class);
    configuration
        .thresholds()
        .replace()
        .forEach((task, least) -> leastReplace.put(TagField.of(task), least));
    return new PlanSettings(
        tagging.policy(),
        fields,
        leastReplace,
        new Vocabulary(
            configuration.genres().whitelist(),
            configuration.genres().ignored(),
            Map.of(Task.MOOD, configuration.moods())),
        tagging.commentBlock(),
        tagging.provenance() ? Optional.of(new Provenance(program)) : Optional.empty());
  }
}
