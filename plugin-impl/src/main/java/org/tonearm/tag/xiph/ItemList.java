package org.tonearm.tag.xiph;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagSnapshot;

/**
 * Gathers a snapshot's other items; a key that comes again gets {@code #2}, {@code #3} and so on.
 */
final class ItemList {
  private final List<TagSnapshot.RawItem> items = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /** Adds an item by its bytes. */
  void add(String key, byte[] raw) {
    MessageDigest digest = Sha256.start();
    digest.update(raw);
    add(key, Sha256.finish(digest), raw.length);
  }

  /** Adds an item by its digest. */
  void add(String key, String sha256, long length) {
    int count = seen.merge(key, 1, Integer::sum);
    items.add(new TagSnapshot.RawItem(count == 1 ? key : key + '#' + count, sha256, length));
  }

  /**
   * Adds what a comment holds beside Tonearm's fields.
   *
   * @param tail the bytes behind the last entry that are not padding
   */
  void add(VorbisComment comment, byte[] tail) {
    if (!comment.isOwn()) {
      add("vendor string", comment.vendor());
    }
    CommentFields fields = CommentFields.of(comment.entries());
    for (CommentEntry entry : comment.entries()) {
      if (fields.of(entry).isEmpty()) {
        add(entry.key(), entry.raw());
      }
    }
    if (tail.length > 0) {
      add("data after the comments", tail);
    }
  }

  /** What was added, in order. */
  List<TagSnapshot.RawItem> list() {
    return List.copyOf(items);
  }
}
