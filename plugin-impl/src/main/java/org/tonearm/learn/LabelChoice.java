package org.tonearm.learn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.tonearm.taxonomy.Spelling;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Which labels are learnt, and from which tracks.
 *
 * @param labels those that are learnt, the most frequent first
 * @param leftOut those that have too few tracks or artists, the most frequent first
 * @param crowdedOut those that have enough, where no room is left beside more frequent ones
 */
public record LabelChoice(List<Chosen> labels, List<LeftOut> leftOut, List<LeftOut> crowdedOut) {
  /** A label of one artist teaches the artist, and could not be judged. */
  private static final int LEAST_GROUPS = 2;

  /** Copies the lists. */
  public LabelChoice {
    labels = List.copyOf(labels);
    leftOut = List.copyOf(leftOut);
    crowdedOut = List.copyOf(crowdedOut);
  }

  /**
   * A label that is learnt.
   *
   * @param name as it is written into tags
   * @param tracks learnt from, at most as many as asked for
   * @param groups artists among these
   * @param found tracks that have it
   * @param members the tracks learnt from
   * @param spare those that take the place of members that can't be heard, the next first; at most
   *     as many as members, so that a drive that is gone is not asked for a whole library
   */
  public record Chosen(
      String name, int tracks, int groups, int found, List<Member> members, List<Member> spare) {
    /** Copies the lists. */
    public Chosen {
      members = List.copyOf(members);
      spare = List.copyOf(spare);
    }

    private static Chosen of(String name, int found, List<Member> inTurn, int most) {
      int tracks = Math.min(most, inTurn.size());
      List<Member> members = inTurn.subList(0, tracks);
      return new Chosen(
          name,
          tracks,
          LabelChoice.groups(members),
          found,
          members,
          inTurn.subList(tracks, Math.min(2 * tracks, inTurn.size())));
    }

    private Chosen without(Set<TaggedTrack> gone) {
      List<Member> left =
          Stream.concat(members.stream(), spare.stream())
              .filter(member -> !gone.contains(member.track()))
              .toList();
      return of(name, found, left, tracks);
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
   * @param total tracks learnt from, all labels together; no label gets fewer than the least
   */
  static LabelChoice of(
      List<TaggedTrack> tagged, Taxonomy taxonomy, boolean genre, int least, int most, int total) {
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
    List<List<Member>> enough = ordered.stream().filter(label -> enough(label, least)).toList();
    int room = Math.min(enough.size(), total / least);
    int share = share(enough.stream().limit(room).map(List::size).toList(), most, total);
    Function<List<Member>, String> name = label -> name(label, taxonomy, genre);
    return new LabelChoice(
        enough.stream()
            .limit(room)
            .map(label -> Chosen.of(name.apply(label), label.size(), inTurn(label), share))
            .toList(),
        ordered.stream()
            .filter(label -> !enough(label, least))
            .map(label -> leftOut(name.apply(label), label))
            .toList(),
        enough.stream().skip(room).map(label -> leftOut(name.apply(label), label)).toList());
  }

  /**
   * The largest number of tracks a label may have for all to have room; rarer ones leave theirs.
   */
  private static int share(List<Integer> sizes, int most, int total) {
    int share = Math.min(most, sizes.stream().mapToInt(size -> size).max().orElse(0));
    while (sum(sizes, share) > total) {
      share--;
    }
    return share;
  }

  private static long sum(List<Integer> sizes, int share) {
    return sizes.stream().mapToLong(size -> Math.min(size, share)).sum();
  }

  /** The same with other tracks in the place of some, as far as their labels have any. */
  LabelChoice without(Set<TaggedTrack> gone) {
    return new LabelChoice(
        labels.stream().map(label -> label.without(gone)).toList(), leftOut, crowdedOut);
  }

  /** The same without labels that have too few tracks now. */
  LabelChoice enough(int least) {
    List<LeftOut> out = new ArrayList<>(leftOut);
    labels.stream()
        .filter(label -> !enough(label.members(), least))
        .map(label -> leftOut(label.name(), label.members()))
        .forEach(out::add);
    return new LabelChoice(
        labels.stream().filter(label -> enough(label.members(), least)).toList(), out, crowdedOut);
  }

  private static boolean enough(List<Member> members, int least) {
    return members.size() >= least && groups(members) >= LEAST_GROUPS;
  }

  private static LeftOut leftOut(String name, List<Member> members) {
    return new LeftOut(name, members.size(), groups(members));
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

  /**
   * One track of each group, then a second one of each, until all are taken. The groups come in an
   * order that is the same each time and has nothing to do with their names' beginnings.
   */
  private static List<Member> inTurn(List<Member> members) {
    Map<String, List<Member>> byGroup =
        members.stream()
            .collect(
                Collectors.groupingBy(
                    Member::group,
                    () -> new TreeMap<>(Comparator.comparing(LabelChoice::scattered)),
                    Collectors.toList()));
    List<Member> taken = new ArrayList<>();
    for (int round = 0; taken.size() < members.size(); round++) {
      for (List<Member> group : byGroup.values()) {
        if (round < group.size()) {
          taken.add(group.get(round));
        }
      }
    }
    return taken;
  }

  private static String scattered(String group) {
    CRC32 sum = new CRC32();
    sum.update(group.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue()) + ' ' + group;
  }
}
