package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.tonearm.tag.undo.UndoListener;
import org.tonearm.tag.undo.UndoneField;
import org.tonearm.tag.undo.UndoneFile;

/** What an undo does as JSON Lines: one object a file of a run. */
final class UndoJson implements UndoListener {
  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintStream out;
  private final boolean dryRun;

  UndoJson(PrintStream out, boolean dryRun) {
    this.out = out;
    this.dryRun = dryRun;
  }

  @Override
  public void undone(UndoneFile file) {
    ObjectNode object = mapper.createObjectNode();
    object.put("run", file.run());
    object.put("path", file.path().toString());
    object.put("pathUri", file.path().toUri().toASCIIString());
    object.put("movedFrom", file.movedFrom().orElse(null));
    object.put("dryRun", dryRun);
    ArrayNode fields = object.putArray("fields");
    for (UndoneField field : file.fields()) {
      ObjectNode one = fields.addObject();
      one.put("field", field.field().word());
      one.put("outcome", field.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      one.set("present", values(field.present()));
      one.set("old", values(field.restored()));
    }
    ArrayNode warnings = object.putArray("warnings");
    file.warnings().forEach(warnings::add);
    file.error()
        .ifPresentOrElse(
            error ->
                object
                    .putObject("error")
                    .put("code", error.code())
                    .put("message", error.getMessage())
                    .put("remedy", error.remedy()),
            () -> object.putNull("error"));
    try {
      out.print(mapper.writeValueAsString(object) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private ArrayNode values(List<String> values) {
    ArrayNode array = mapper.createArrayNode();
    values.forEach(array::add);
    return array;
  }
}
