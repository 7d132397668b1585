package org.tonearm.tag.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tonearm.tag.wild.WildCase.TAGGED;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.tonearm.api.tag.TagException;
import org.tonearm.run.Growing;

/** Files that are protected, in use, large or full of holes. */
final class StateCases {
  private static final byte[] SONG = Bytes.mpeg(4);

  private StateCases() {}

  static List<WildCase> all() {
    return List.of(
        new WildCase(
            "a file that nobody may write (mode 444)",
            "file-read-only",
            f -> mode(f, "r--r--r--", "rwxr-xr-x")),
        new WildCase(
            "a folder that nobody may write (mode 555)",
            "folder-read-only",
            f -> mode(f, "rw-r--r--", "r-xr-xr-x")),
        new WildCase("a drive mounted read-only", "file-read-only", StateCases::readOnlyMount),
        new WildCase(
            "a file with the immutable flag (chattr +i)", "file-read-only", StateCases::immutable),
        new WildCase("a file that another program has locked", "file-locked", StateCases::locked),
        new WildCase(
            "a file that another program has open for writing", "being-written", StateCases::open),
        new WildCase("a file that grows while it is heard", "being-written", StateCases::growing),
        new WildCase("a sparse file", TAGGED, f -> sparse(f, 8L << 20)),
        new WildCase("a file over 4 GiB (not wav or aiff)", TAGGED, StateCases::huge));
  }

  private static String mode(Path folder, String file, String outer) throws Exception {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path song = Tagger.file(inner, "song.mp3", SONG);
    Files.setPosixFilePermissions(song, PosixFilePermissions.fromString(file));
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString(outer));
    try {
      return new Tagger().tag(song);
    } finally {
      Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String readOnlyMount(Path folder) throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    Other.shell(folder, "mounting is not permitted", "mount -t tmpfs -o size=1m none mount");
    try {
      Path song = Tagger.file(mount, "song.mp3", SONG);
      Other.shell(folder, "remounting is not permitted", "mount -o remount,ro mount");
      return new Tagger().tag(song);
    } finally {
      Other.shell(folder, "unmounting is not permitted", "umount mount");
    }
  }

  private static String immutable(Path folder) throws Exception {
    Path song = Tagger.file(folder, "song.mp3", SONG);
    Other.shell(
        folder,
        "chattr +i is not permitted, or not known to this file system",
        "chattr +i song.mp3");
    try {
      return new Tagger().tag(song);
    } finally {
      Other.shell(folder, "chattr -i failed", "chattr -i song.mp3");
    }
  }

  private static String locked(Path folder) throws Exception {
    return held(folder, "fcntl.lockf(f, fcntl.LOCK_EX);");
  }

  private static String open(Path folder) throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fdinfo")), "There is no /proc here.");
    return held(folder, "");
  }

  private static String held(Path folder, String how) throws Exception {
    Path song = Tagger.file(folder, "song.mp3", SONG);
    Process holder =
        Other.holding(
            "python3 is not installed, or takes no locks here",
            "python3",
            "-c",
            "import fcntl, sys; f = open(sys.argv[1], 'r+b'); "
                + how
                + " print('ready', flush=True); sys.stdin.read()",
            song.toString());
    try {
      return new Tagger().tag(song);
    } finally {
      holder.getOutputStream().close();
      holder.waitFor();
    }
  }

  private static String growing(Path folder) throws Exception {
    Path song = Tagger.file(folder, "song.mp3", SONG);
    try {
      Growing.heard(song, SONG);
      return new Tagger().tag(song);
    } catch (TagException e) {
      return Tagger.told(e);
    }
  }

  private static String huge(Path folder) throws Exception {
    assumeTrue(Boolean.getBoolean("tonearm.huge"), "takes a minute and 9 GB: -Dtonearm.huge=true");
    return sparse(folder, (4L << 30) + (64 << 20));
  }

  private static String sparse(Path folder, long size) throws Exception {
    Path song = Tagger.file(folder, "song.mp3", SONG);
    try (RandomAccessFile file = new RandomAccessFile(song.toFile(), "rw")) {
      file.setLength(size);
      file.seek(size - SONG.length);
      file.write(SONG);
    }
    String outcome = new Tagger().tag(song);
    assertThat(Files.size(song)).isGreaterThan(size);
    return outcome;
  }
}
