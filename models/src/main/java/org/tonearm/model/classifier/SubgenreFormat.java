package org.tonearm.model.classifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.stacking.SubgenreMachine;
import org.tonearm.model.verdict.Calibration;

/**
 * Machines for sub-genres on disk: what they answer in {@code model.json}, their vectors at the end
 * of {@code statistics.bin}. A model without them has neither, so older models read as before.
 */
final class SubgenreFormat {
  private static final String NAME = "subgenres";

  private SubgenreFormat() {}

  static void describe(ObjectNode about, List<SubgenreMachine> machines) {
    if (machines.isEmpty()) {
      return;
    }
    ArrayNode all = about.putArray(NAME);
    for (SubgenreMachine machine : machines) {
      ObjectNode one = all.addObject().put("parent", machine.parent());
      machine.labels().forEach(one.putArray("labels")::add);
      one.put("temperature", machine.calibration().temperature());
      one.put("threshold", machine.threshold());
    }
  }

  static void write(DataOutputStream out, List<SubgenreMachine> machines) throws IOException {
    for (SubgenreMachine machine : machines) {
      StatisticsFormat.write(out, machine.machine());
    }
  }

  /**
   * Reads what the two others wrote.
   *
   * @param in stands behind the gate
   */
  static List<SubgenreMachine> read(JsonNode about, DataInputStream in) throws IOException {
    List<SubgenreMachine> machines = new ArrayList<>();
    for (JsonNode one : about.path(NAME)) {
      List<String> labels = new ArrayList<>();
      one.path("labels").forEach(label -> labels.add(label.asText()));
      machines.add(
          new SubgenreMachine(
              one.path("parent").asText(),
              labels,
              StatisticsFormat.readVectors(in),
              new Calibration(one.path("temperature").asDouble(1)),
              one.path("threshold").asDouble(1)));
    }
    return machines;
  }
}
