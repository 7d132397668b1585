package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.id3.ChunkLayout.Chunk;

/**
 * The genre in a WAV file's LIST/INFO chunks, which follows the one in the ID3 tag wherever such a
 * chunk exists.
 *
 * @param lists by their chunk, in file order
 */
record InfoGenre(Map<Chunk, InfoList> lists) {

  /** What the lists say, split at the profile's separator and at semicolons; each value once. */
  List<String> values(TagProfile profile) {
    Stream<String> texts =
        lists.values().stream().map(InfoList::genres).flatMap(List::stream).map(GuessedText::text);
    if (!profile.separator().isBlank()) {
      Pattern separator = Pattern.compile(Pattern.quote(profile.separator()));
      texts = texts.flatMap(separator::splitAsStream);
    }
    return texts
        .flatMap(Pattern.compile(";")::splitAsStream)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /** All IGNR items with their places. */
  List<SavedItems.Info> save() {
    List<SavedItems.Info> saved = new ArrayList<>();
    int ordinal = 0;
    for (InfoList list : lists.values()) {
      saved.addAll(list.save(ordinal++));
    }
    return saved;
  }

  /** Carries a change of the genre out. */
  void edit(TagEdit.Change change, TagProfile profile, FormEdit form) throws StructureException {
    if (change instanceof TagEdit.SetValues set) {
      set(String.join(profile.separator(), set.values()), form);
    } else if (change instanceof TagEdit.Restore restore) {
      restore(SavedItems.decode(restore.state().raw()).infos(), form);
    }
  }

  private void set(String text, FormEdit form) {
    boolean nowhere = lists.values().stream().noneMatch(InfoList::hasGenre);
    boolean first = true;
    for (Map.Entry<Chunk, InfoList> entry : lists.entrySet()) {
      if (entry.getValue().hasGenre() || (nowhere && first)) {
        form.replace(entry.getKey(), entry.getValue().withGenre(text).data());
      }
      first = false;
    }
  }

  private void restore(List<SavedItems.Info> saved, FormEdit form) {
    int ordinal = 0;
    for (Map.Entry<Chunk, InfoList> entry : lists.entrySet()) {
      int here = ordinal++;
      List<SavedItems.Info> mine = saved.stream().filter(info -> info.list() == here).toList();
      form.replace(entry.getKey(), entry.getValue().restored(mine).data());
    }
    List<SavedItems.Info> homeless =
        saved.stream().filter(info -> info.list() >= lists.size()).toList();
    if (!homeless.isEmpty()) {
      form.append("LIST", new InfoList(List.of()).restored(homeless).data());
    }
  }
}
