package org.tonearm.standalone;

import java.util.Map;
import java.util.Set;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.api.tag.TagField;
import org.tonearm.configuration.Given;
import org.tonearm.configuration.Origin;

/** What a host wishes beside its profile, so that a mood is seen in it. */
final class HostWishes {
  private static final String COMMENT_BLOCK = "tagging.comment-block";

  private HostWishes() {}

  /** For tags of files: a block in the comment where the host shows that and no mood. */
  static Map<String, Given> forFiles(HostAdapter host) {
    return showsTheBlock(host) ? block(host) : Map.of();
  }

  /**
   * For a collection: the same where it has a place for a comment, and where it has one for that
   * and none for a mood. What a collection offers as a place for a mood, the host need not show.
   */
  static Map<String, Given> forCollection(HostAdapter host, Set<TagField> places) {
    boolean shown = places.contains(TagField.MOOD) && !showsTheBlock(host);
    return places.contains(TagField.COMMENT) && !shown ? block(host) : Map.of();
  }

  private static boolean showsTheBlock(HostAdapter host) {
    return host.moodPlace().kind() == MoodPlace.Kind.COMMENT_BLOCK;
  }

  private static Map<String, Given> block(HostAdapter host) {
    return Map.of(COMMENT_BLOCK, new Given("write", new Origin.Host(host.id())));
  }
}
