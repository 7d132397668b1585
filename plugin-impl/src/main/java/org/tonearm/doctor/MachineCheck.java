package org.tonearm.doctor;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** Java, processors, memory, and whether file names keep all their letters. */
public final class MachineCheck implements Doctor.Check {

  @Override
  public List<Finding> look() {
    return List.of(versions(), machine(), names());
  }

  private static Finding versions() {
    String tonearm = MachineCheck.class.getPackage().getImplementationVersion();
    return Finding.good(
        "Versions",
        "Tonearm "
            + (tonearm == null ? "from sources" : tonearm)
            + "; Java "
            + System.getProperty("java.version")
            + " ("
            + System.getProperty("java.vendor")
            + ")");
  }

  private static Finding machine() {
    Runtime runtime = Runtime.getRuntime();
    String detail =
        String.format(
            Locale.ROOT,
            "%s %s, %s; %d cores; up to %d MiB of memory for Java",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20);
    String threads = System.getenv("OMP_NUM_THREADS");
    if (!"1".equals(threads)) {
      return Finding.warning(
          "Machine",
          detail + "; OMP_NUM_THREADS is " + (threads == null ? "not set" : threads),
          "Set OMP_NUM_THREADS=1 (the launcher does): tracks run beside each other, and native"
              + " threads of their own only slow them down.");
    }
    return Finding.good("Machine", detail);
  }

  private static Finding names() {
    String encoding = System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
    if (encoding.toUpperCase(Locale.ROOT).startsWith("UTF")
        || System.getProperty("os.name").startsWith("Windows")) {
      return Finding.good("File names", "read as " + encoding);
    }
    return Finding.warning(
        "File names",
        "read as " + encoding + ": files with other letters can't be opened",
        "Start Tonearm by its launcher, or set LC_ALL=C.UTF-8.");
  }
}
