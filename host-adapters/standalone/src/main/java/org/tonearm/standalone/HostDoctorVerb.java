package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostHazard;
import org.tonearm.api.host.HostLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tonearm host NAME doctor}. */
@Command(
    name = "doctor",
    header = "Look a program's library over: is it sound, what is unsafe now, what is missing.",
    footer = {
      "",
      "Examples:",
      "  tonearm host traktor doctor",
      "",
      "Exit code 2 if it can't be read."
    })
final class HostDoctorVerb implements Callable<Integer> {
  private final Workplace workplace;

  @ParentCommand private HostVerb host;

  @Mixin private LibraryOption library;

  HostDoctorVerb(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws HostException {
    PrintStream out = workplace.terminal().out();
    HostAdapter adapter = library.of(host);
    HostLibrary found = adapter.library();
    out.println((found.supported() ? "ok      " : "FAULT   ") + "library");
    found.place().ifPresent(place -> out.println("        " + Shown.path(place)));
    out.println("        " + Shown.text(found.reason()));
    List<HostHazard> hazards = found.supported() ? adapter.hazards() : List.of();
    for (HostHazard hazard : hazards) {
      out.println("note    " + hazard.code());
      out.println("        " + Shown.text(hazard.message()));
      out.println("        " + Shown.text(hazard.remedy()));
    }
    if (found.supported() && hazards.isEmpty()) {
      out.println("ok      nothing is unsafe now");
    }
    return found.supported() ? ExitCode.GOOD : ExitCode.WRONG_USE;
  }
}
