package org.tonearm.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that each name the one after it, 0 being none; several chains may stand in one table. A
 * broken chain loses nothing: what none leads to comes in the order in which it was added.
 */
final class LinkedOrder {
  private final Map<Long, Long> next = new LinkedHashMap<>();

  void add(long id, long nextId) {
    next.put(id, nextId);
  }

  List<Long> inOrder() {
    Set<Long> followers = new HashSet<>(next.values());
    Set<Long> ordered = new LinkedHashSet<>();
    next.keySet().stream().filter(id -> !followers.contains(id)).forEach(id -> chain(id, ordered));
    next.keySet().forEach(id -> chain(id, ordered)); // what stands in a ring
    return new ArrayList<>(ordered);
  }

  private void chain(long head, Set<Long> ordered) {
    Long at = head;
    while (at != null && next.containsKey(at) && ordered.add(at)) {
      at = next.get(at);
    }
  }
}
