package org.tonearm.tag.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A selection as part of a query.
 *
 * @param table the table, and how to go through it: pages are asked for one after the other, and
 *     each must begin where the last one ended, which SQLite does not see where files are named
 * @param condition with a question mark for each parameter
 * @param parameters in this order
 */
record SelectionSql(String table, String condition, List<Object> parameters) {

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
    String table =
        any.isEmpty()
            ? "entry"
            : selection.run().isPresent() ? "entry INDEXED BY entry_in_run" : "entry NOT INDEXED";
    return new SelectionSql(table, all.isEmpty() ? "1" : String.join(" AND ", all), parameters);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
