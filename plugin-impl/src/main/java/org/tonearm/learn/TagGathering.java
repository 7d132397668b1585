package org.tonearm.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.correction.Corrections;
import org.tonearm.library.index.FileReading;
import org.tonearm.run.Pipeline;
import org.tonearm.run.Recollection;
import org.tonearm.tag.secondreader.ArtistTags;
import org.tonearm.tag.xiph.OggComments;
import org.tonearm.taxonomy.Spelling;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Reads what the owner says of a track: a correction before the tag. Touches no file. Thread-safe.
 */
final class TagGathering implements Pipeline.Preparing<Track, TaggedTrack> {
  /** Keys of what stands in the artist's place on compilations and on ripped discs. */
  private static final Set<String> NOBODY =
      Set.of("variousartists", "various", "va", "unknownartist", "unknown", "artist");

  private final Recollection recollection;
  private final Taxonomy taxonomy;
  private final TagField field;
  private final TagProfile profile;
  private final Corrections corrections;
  private final OwnAnswers answers;
  private final ArtistTags artists = new ArtistTags();

  TagGathering(
      Recollection recollection,
      Taxonomy taxonomy,
      TagField field,
      TagProfile profile,
      Corrections corrections,
      OwnAnswers answers) {
    this.recollection = recollection;
    this.taxonomy = taxonomy;
    this.field = field;
    this.profile = profile;
    this.corrections = corrections;
    this.answers = answers;
  }

  @Override
  public TaggedTrack prepare(Track track) throws TonearmException, InterruptedException {
    FileReading.Seen seen = recollection.look(track, profile);
    Optional<List<String>> corrected =
        corrections.word(seen.file().fingerprint(), field).map(this::parts);
    List<String> values = corrected.orElseGet(() -> values(seen));
    boolean own = corrected.isEmpty() && answers.are(seen.file().fingerprint(), values);
    Optional<String> value =
        (own ? List.<String>of() : values)
            .stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !taxonomy.isPlaceholder(word))
                .findFirst();
    return new TaggedTrack(
        track, seen.file(), value, own, value.isEmpty() ? Optional.empty() : artist(track.path()));
  }

  private List<String> values(FileReading.Seen seen) {
    return seen.snapshot()
        .map(tags -> tags.fields().get(field).values())
        .or(() -> seen.file().tags().map(tags -> tags.values(field)))
        .orElse(List.of());
  }

  /** A correction's words, at the separator of the host's tags. */
  private List<String> parts(String word) {
    String separator = profile.separator().strip();
    return separator.isEmpty() ? List.of(word) : List.of(word.split(Pattern.quote(separator)));
  }

  private Optional<String> artist(Path file) {
    return OggComments.values(file, "ARTIST").stream()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .or(() -> artists.artist(file))
        .filter(name -> !NOBODY.contains(Spelling.key(Artists.chief(name))));
  }
}
