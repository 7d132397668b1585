package org.tonearm.tag.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A selection as the condition of a query. */
record SelectionSql(String condition, List<Object> parameters) {

  static SelectionSql of(EntrySelection selection) {
    List<String> all = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    selection
        .run()
        .ifPresent(
            run -> {
              all.add("run = ?");
              parameters.add(run);
            });
    if (selection.states().size() < EntryState.values().length) {
      all.add("state IN (" + marks(selection.states().size()) + ")");
      selection.states().forEach(state -> parameters.add(state.name()));
    }
    if (!selection.undos()) {
      all.add("run NOT IN (SELECT id FROM run WHERE kind = 'UNDO')");
    }
    List<String> any = new ArrayList<>();
    selection
        .places()
        .forEach(
            place -> {
              String address = PathText.stem(place);
              // '0' follows '/': all addresses that begin with the folder's and a slash
              any.add("path = ? OR (path > ? AND path < ?)");
              Collections.addAll(parameters, address, address + "/", address + "0");
            });
    if (!selection.audioHashes().isEmpty()) {
      any.add("audio_hash IN (" + marks(selection.audioHashes().size()) + ")");
      parameters.addAll(selection.audioHashes());
    }
    if (!any.isEmpty()) {
      all.add("(" + String.join(" OR ", any) + ")");
    }
    return new SelectionSql(all.isEmpty() ? "1" : String.join(" AND ", all), parameters);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
