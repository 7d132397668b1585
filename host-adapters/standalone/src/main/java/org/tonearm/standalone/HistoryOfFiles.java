package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.OptionalLong;
import org.tonearm.api.TonearmException;
import org.tonearm.run.Cancellation;
import org.tonearm.tag.journal.EntryCursor;
import org.tonearm.tag.journal.EntrySelection;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalJson;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.undo.Places;

/** Files of one run, or of all runs, with what was written into their fields. */
final class HistoryOfFiles {
  private final PrintStream out;
  private final Cancellation cancellation;
  private final boolean json;

  HistoryOfFiles(PrintStream out, Cancellation cancellation, boolean json) {
    this.out = out;
    this.cancellation = cancellation;
    this.json = json;
  }

  /**
   * Shows.
   *
   * @param run the run, or null for all
   * @param places the file or folder; none for all
   */
  void show(Journal journal, Long run, Places places)
      throws TonearmException, InterruptedException {
    if (run != null && journal.run(run).isEmpty()) {
      throw new JournalException(
          "no-such-run", "there is no run " + run, "'tonearm history' lists the runs.");
    }
    EntrySelection selection =
        EntrySelection.all()
            .inRun(run == null ? OptionalLong.empty() : OptionalLong.of(run))
            .of(places.paths(), places.audioHashes());
    EntryCursor entries = journal.entries(selection, run == null);
    JournalJson lines = new JournalJson(false);
    boolean any = false;
    for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
      cancellation.check();
      if (!places.hold(entry.get().path()) && Files.exists(entry.get().path())) {
        // Another file of the same audio; were it gone, this would be where it was moved to.
        continue;
      }
      any = true;
      if (json) {
        out.print(lines.file(entry.get()) + "\n");
      } else {
        tell(entry.get(), run == null);
      }
    }
    if (!any && !json) {
      out.println(
          places.paths().isEmpty()
              ? "That run wrote nothing."
              : "No run has written to " + Shown.path(places.paths().get(0)));
    }
  }

  private void tell(JournalEntry entry, boolean severalRuns) {
    out.println(
        Shown.text(entry.displayPath())
            + (severalRuns
                ? "  (run "
                    + entry.run()
                    + ", "
                    + HistoryOfRuns.time(entry.updated())
                    + ", "
                    + word(entry.state())
                    + ")"
                : "  (" + word(entry.state()) + ")"));
    for (JournaledField field : entry.fields()) {
      out.println(
          "  "
              + field.field().word()
              + "  "
              + UndoText.values(field.before().values())
              + " -> "
              + UndoText.values(field.after().map(state -> state.values()).orElse(field.intended()))
              + (field.undone() && entry.state() != EntryState.UNDONE ? "  (undone)" : ""));
    }
    entry
        .failure()
        .ifPresent(f -> out.println("  " + Shown.text(f.message()) + " [" + f.code() + "]"));
  }

  private static String word(EntryState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
