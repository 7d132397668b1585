package org.tonearm.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tonearm.api.TonearmException;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.composition.Composition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tonearm models}. */
@Command(
    name = "models",
    header = "List the installed models: labels, accuracy, data, terms.",
    footer = {"", "Examples:", "  tonearm models", "  tonearm models --json"})
final class ModelsVerb implements Callable<Integer> {
  private final Workplace workplace;

  @Option(names = "--json", description = "Print JSON Lines: one object a model.")
  private boolean json;

  ModelsVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws TonearmException, JsonProcessingException {
    PrintStream out = workplace.terminal().out();
    PrintStream err = workplace.terminal().err();
    try (Composition composition = workplace.composition()) {
      List<ModelInfo> models = composition.models().list();
      if (models.isEmpty() && !json) {
        out.println("No model is installed. 'tonearm train --help' tells how to make one.");
      }
      composition
          .models()
          .damaged()
          .values()
          .forEach(
              e -> {
                err.println(Shown.text(e.getMessage()));
                err.println("  " + Shown.text(e.remedy()));
              });
      for (ModelInfo model : models) {
        if (json) {
          out.print(new ObjectMapper().writeValueAsString(model) + "\n");
        } else {
          tell(model, out);
        }
      }
    }
    return ExitCode.GOOD;
  }

  private static void tell(ModelInfo model, PrintStream out) {
    out.println(Shown.text(model.id()) + "  (" + model.task().word() + ")");
    out.println(
        "  labels     "
            + Shown.text(
                model.labels().stream()
                    .map(label -> named(label, model.words().get(label)))
                    .collect(Collectors.joining(", "))));
    out.printf(Locale.ROOT, "  tells from %.2f on%n", model.threshold());
    out.println("  accuracy   " + Shown.text(model.accuracy()));
    out.println("  data       " + Shown.text(model.data()));
    out.println("  terms      " + Shown.text(model.terms()));
    out.println();
  }

  private static String named(String label, String word) {
    return word == null || word.equals(label) ? label : label + " (" + word + ")";
  }
}
