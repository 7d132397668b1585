package org.tonearm.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tonearm.taxonomy.Spelling;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Which labels are learnt, and from which tracks.
 *
 * @param labels those that are learnt, the most frequent first
 * @param leftOut those that are not, with the reason, the most frequent first
 */
public record LabelChoice(List<Chosen> labels, List<LeftOut> leftOut) {
  /** A label of one artist teaches the artist, and could not be judged. */
  private static final int LEAST_GROUPS = 2;

  /** Copies the lists. */
  public LabelChoice {
    labels = List.copyOf(labels);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A label that is learnt.
   *
   * @param name as it is written into tags
   * @param tracks learnt from, at most as many as asked for
   * @param groups artists among these
   * @param found tracks that have it
   */
  public record Chosen(String name, int tracks, int groups, int found, List<Member> members) {
    /** Copies the list. */
    public Chosen {
      members = List.copyOf(members);
    }
  }

  /**
   * A label that is not learnt.
   *
   * @param name as it stands in most of its tracks
   * @param found tracks that have it
   * @param groups artists among these
   */
  public record LeftOut(String name, int found, int groups) {}

  /** A track that is learnt from, and its group. */
  record Member(TaggedTrack track, String group) {}

  /**
   * Chooses. Values that differ in spelling only, or that the taxonomy takes for the same genre,
   * are one label, spelled as most tracks have it. Of files with the same audio one counts.
   *
   * @param tagged with a value each, in a stable order
   * @param taxonomy tells which values are the same; not asked for moods
   * @param least tracks a label needs
   * @param most tracks of a label that are learnt from, taken from all its artists in turn
   */
  static LabelChoice of(
      List<TaggedTrack> tagged, Taxonomy taxonomy, boolean genre, int least, int most) {
    Set<String> heard = new HashSet<>();
    List<TaggedTrack> distinct =
        tagged.stream().filter(t -> heard.add(t.file().fingerprint().text())).toList();
    Groups groups = new Groups(distinct);
    Map<String, List<Member>> byLabel = new TreeMap<>();
    for (TaggedTrack track : distinct) {
      String value = track.value().orElseThrow();
      String key = Spelling.key(genre ? taxonomy.canonical(value) : value);
      byLabel.computeIfAbsent(key, k -> new ArrayList<>()).add(new Member(track, groups.of(track)));
    }
    List<List<Member>> ordered = new ArrayList<>(byLabel.values());
    ordered.sort(Comparator.comparingInt((List<Member> members) -> -members.size()));
    List<Chosen> chosen = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (List<Member> members : ordered) {
      String name = name(members, taxonomy, genre);
      int artists = groups(members);
      if (members.size() < least || artists < LEAST_GROUPS) {
        leftOut.add(new LeftOut(name, members.size(), artists));
      } else {
        List<Member> some = inTurn(members, most);
        chosen.add(new Chosen(name, some.size(), groups(some), members.size(), some));
      }
    }
    return new LabelChoice(chosen, leftOut);
  }

  /** The same without tracks that could not be heard, and labels that have too few then. */
  LabelChoice heard(Predicate<TaggedTrack> which, int least) {
    List<Chosen> kept = new ArrayList<>();
    List<LeftOut> out = new ArrayList<>(leftOut);
    for (Chosen label : labels) {
      List<Member> members =
          label.members().stream().filter(member -> which.test(member.track())).toList();
      int artists = groups(members);
      if (members.size() < least || artists < LEAST_GROUPS) {
        out.add(new LeftOut(label.name(), members.size(), artists));
      } else {
        kept.add(new Chosen(label.name(), members.size(), artists, label.found(), members));
      }
    }
    return new LabelChoice(kept, out);
  }

  /** A sentence on the labels that came nearest to being learnt; "" if there is none. */
  String nearest() {
    return leftOut.isEmpty()
        ? ""
        : leftOut.stream()
            .limit(5)
            .map(
                label -> label.name() + " (" + label.found() + ", artists: " + label.groups() + ")")
            .collect(Collectors.joining(", ", " Left out: ", "."));
  }

  private static int groups(List<Member> members) {
    return (int) members.stream().map(Member::group).distinct().count();
  }

  /** The most frequent spelling; the taxonomy's where that is another name for a genre. */
  private static String name(List<Member> members, Taxonomy taxonomy, boolean genre) {
    Map<String, Long> counts =
        members.stream()
            .map(member -> member.track().value().orElseThrow())
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    String usual =
        counts.entrySet().stream()
            .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
            .orElseThrow()
            .getKey();
    String canonical = taxonomy.canonical(usual);
    return genre && !Spelling.same(canonical, usual) ? canonical : usual;
  }

  /** One track of each group, then a second one of each, until there are as many as wanted. */
  private static List<Member> inTurn(List<Member> members, int most) {
    Map<String, List<Member>> byGroup =
        members.stream()
            .collect(Collectors.groupingBy(Member::group, TreeMap::new, Collectors.toList()));
    List<Member> taken = new ArrayList<>();
    for (int round = 0; taken.size() < Math.min(most, members.size()); round++) {
      for (List<Member> group : byGroup.values()) {
        if (round < group.size() && taken.size() < most) {
          taken.add(group.get(round));
        }
      }
    }
    return taken;
  }
}
