package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;

/** What an undo does, for people. */
final class UndoText implements UndoListener {
  private final PrintStream out;
  private final boolean severalRuns;

  /**
   * @param severalRuns whether each file's run is told
   */
  UndoText(PrintStream out, boolean severalRuns) {
    this.out = out;
    this.severalRuns = severalRuns;
  }

  @Override
  public void undone(UndoneFile file) {
    out.println(Shown.text(file.displayPath()) + (severalRuns ? "  (run " + file.run() + ")" : ""));
    file.movedFrom().ifPresent(old -> out.println("  moved here from " + Shown.text(old)));
    for (UndoneField field : file.fields()) {
      out.println("  " + field.field().word() + "  " + told(field));
    }
    file.error()
        .ifPresent(
            error -> {
              out.println("  " + Shown.text(error.getMessage()) + " [" + error.code() + "]");
              out.println("  " + Shown.text(error.remedy()));
            });
    file.warnings().forEach(warning -> out.println("  ! " + Shown.text(warning)));
  }

  private static String told(UndoneField field) {
    String present = values(field.present());
    String old = values(field.restored());
    return switch (field.outcome()) {
      case RESTORED -> present + " -> " + old;
      case ALREADY_BACK -> old + ", as before the run already";
      case CHANGED_SINCE -> present + " was set by somebody since the run: left alone";
    };
  }

  /** A field's values on one line. */
  static String values(List<String> values) {
    return values.isEmpty()
        ? "(none)"
        : values.stream().map(Shown::text).collect(Collectors.joining("; "));
  }
}
