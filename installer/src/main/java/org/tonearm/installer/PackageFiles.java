package org.tonearm.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.tonearm.installer.command.Described;
import org.tonearm.installer.command.FishCompletion;
import org.tonearm.installer.command.ManPage;
import org.tonearm.installer.command.ZshCompletion;
import org.tonearm.installer.notices.KeptTexts;
import org.tonearm.installer.notices.Part;
import org.tonearm.installer.notices.ThirdParties;
import org.tonearm.standalone.CommandTree;
import org.tonearm.watch.ServiceUnit;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Writes what a package holds beside the program, into a folder as {@code /usr/share} has it, and
 * the icons of other systems beside that. The same arguments give the same bytes.
 */
public final class PackageFiles {
  private static final int[] ICON_SIZES = {32, 48, 64, 128, 256};

  private final Path share;
  private final ManPage manual;

  private PackageFiles(Path share, ManPage manual) {
    this.share = share;
    this.manual = manual;
  }

  /**
   * Writes them.
   *
   * @param arguments folder, version, seconds since 1970 of the version, the file with the class
   *     path whose licences are told, and the folder of kept texts of licences
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    ManPage manual = new ManPage(arguments[1], Instant.ofEpochSecond(Long.parseLong(arguments[2])));
    PackageFiles files = new PackageFiles(folder.resolve("share"), manual);
    CommandLine commands = CommandTree.described().commandLine();
    files.manuals(Described.of(commands.getCommandSpec()));
    files.completions(commands);
    files.icons();
    files.put("systemd/user/" + ServiceUnit.NAME, unit());
    List<Part> parts = Part.ofClassPath(Files.readString(Path.of(arguments[3])));
    KeptTexts kept = KeptTexts.in(Path.of(arguments[4]));
    files.put("doc/tonearm/third-party.txt", new ThirdParties(parts, kept).text());
    Files.write(Files.createDirectories(folder).resolve("tonearm.ico"), AppIcon.ico());
    Files.write(folder.resolve("tonearm.icns"), AppIcon.icns());
  }

  private void manuals(Described root) throws IOException {
    for (Described command : root.all().toList()) {
      put("man/man1/" + ManPage.name(command) + ".1", manual.text(command));
    }
  }

  private void completions(CommandLine commands) throws IOException {
    Described root = Described.of(commands.getCommandSpec());
    put("bash-completion/completions/tonearm", AutoComplete.bash("tonearm", commands));
    put("zsh/vendor-completions/_tonearm", ZshCompletion.text(root));
    put("fish/vendor_completions.d/tonearm.fish", FishCompletion.text(root));
  }

  private void icons() throws IOException {
    for (int size : ICON_SIZES) {
      Path file = share.resolve("icons/hicolor/" + size + "x" + size + "/apps/tonearm.png");
      Files.createDirectories(file.getParent());
      Files.write(file, AppIcon.png(size));
    }
  }

  /** The unit that {@code tonearm watch --install-service} writes, for the usual folder. */
  static String unit() throws IOException {
    try (InputStream in = ServiceUnit.class.getResourceAsStream(ServiceUnit.NAME)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(
              "@MARK@",
              "# Comes with Tonearm; 'tonearm watch FOLDER --install-service' makes another.")
          .replace("WorkingDirectory=@FOLDER@\n", "")
          .replace("@ENVIRONMENT@\n", "")
          .replace("@START@", "/usr/bin/tonearm watch %h/Music");
    }
  }

  private void put(String name, String text) throws IOException {
    Path file = share.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
