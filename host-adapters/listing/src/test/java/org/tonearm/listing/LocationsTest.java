package org.tonearm.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostSystem;

final class LocationsTest {
  private final Locations windows = locations(HostSystem.WINDOWS, Map.of());
  private final Locations mac =
      locations(HostSystem.MACOS, Map.of("/Volumes/USB", "/Volumes/USB", "/Volumes/SSD", "/"));
  private final Locations linux = locations(HostSystem.LINUX, Map.of("/media/dj/USB", "/media/1"));

  /**
   * @param mounts the folders that are there, with what they are when links are followed
   */
  private static Locations locations(HostSystem system, Map<String, String> mounts) {
    return new Locations(system, "dj", place -> Optional.ofNullable(mounts.get(place)));
  }

  @Test
  void resolvesUrls() {
    assertThat(windows.ofUrl("file://localhost/C:/My%20Music/a%2Bb+c%23.mp3"))
        .contains("C:/My Music/a+b+c#.mp3");
    assertThat(windows.ofUrl("file:///d:/a.mp3")).contains("d:/a.mp3");
    assertThat(windows.ofUrl("file://nas/music/a.mp3")).contains("//nas/music/a.mp3");
    assertThat(mac.ofUrl("file://localhost/Users/dj/caf%C3%A9.mp3"))
        .contains("/Users/dj/caf\u00e9.mp3");
    assertThat(linux.ofUrl("FILE:///home/dj/a#1?.mp3")).contains("/home/dj/a#1?.mp3");
  }

  @Test
  void tellsStreamsFromFiles() {
    for (String stream :
        List.of(
            "http://radio/",
            "netsearch://dz1",
            "file://localhosttidal:tracks:145320494",
            "file://localhostsoundcloud:tracks:1",
            "file://localhostspotify:track:1a",
            "file://localhostbeatport:tracks:1",
            "file://localhost/v4/catalog/tracks/456")) {
      assertThat(Locations.isStream(stream)).as(stream).isTrue();
      assertThat(linux.ofUrl(stream)).as(stream).isEmpty();
    }
    for (String file :
        List.of(
            "file://localhostC:/a.mp3",
            "file://localhost/v4/catalog/tracks/a.mp3",
            "file://localhost/tidal:tracks:1.mp3",
            "smb://nas/music/a.mp3",
            "sftp://dj@nas/music/a.mp3",
            "/music/a.mp3",
            "C:\\a.mp3")) {
      assertThat(Locations.isStream(file)).as(file).isFalse();
    }
    assertThat(windows.ofUrl("file://localhostC:/My%20Music/a.mp3")).contains("C:/My Music/a.mp3");
  }

  @Test
  void findsNothingInPathsOfOtherSystemsAndInNonsense() {
    assertThat(linux.ofUrl("file://localhost/C:/a.mp3")).isEmpty();
    assertThat(mac.ofUrl("file://nas/music/a.mp3")).isEmpty();
    assertThat(windows.ofUrl("file:///Users/dj/a.mp3")).isEmpty();
    assertThat(linux.ofUrl("http://localhost/a.mp3")).isEmpty();
    assertThat(linux.ofUrl("file://localhost")).isEmpty();
    assertThat(linux.ofUrl("file:///a%zz.mp3")).isEmpty();
    assertThat(linux.ofUrl("file:///a%4")).isEmpty();
    assertThat(linux.ofUrl("file:///caf%E9.mp3")).isEmpty();
    assertThat(linux.ofNative("D:\\Music\\a.mp3")).isEmpty();
    assertThat(linux.ofNative("netsearch://dz1")).isEmpty();
    assertThat(linux.ofNative("a.mp3")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsTheBytesOfNamesThatAreNoUtf8(@TempDir Path temp) throws IOException {
    String url = temp.toUri() + "caf%E9.mp3";
    Path file = linux.fileOfUrl(url).orElseThrow();
    Files.writeString(file, "x");
    assertThat(file.toUri()).hasToString(url);
    assertThat(temp).isDirectoryContaining(file::equals);
    assertThat(mac.fileOfUrl(url)).isEmpty();
    for (String other :
        List.of("file:///C:/caf%E9.mp3", "http://radio/%E9", "caf%E9", "file:///a%zz", "%E9:")) {
      assertThat(linux.fileOfUrl(other)).as(other).isEmpty();
    }
    assertThat(linux.fileOfUrl("file:///a%20b.mp3")).contains(Path.of("/a b.mp3"));
  }

  @Test
  void resolvesNativePaths() {
    assertThat(windows.ofNative("D:\\Music\\a.mp3")).contains("D:/Music/a.mp3");
    assertThat(windows.ofNative("\\\\nas\\music\\a.mp3")).contains("//nas/music/a.mp3");
    assertThat(linux.ofNative("/home/dj/back\\slash.mp3")).contains("/home/dj/back\\slash.mp3");
  }

  @Test
  void resolvesVolumes() {
    String folder = "/:Music/:House/:";
    assertThat(windows.ofVolume("C:", folder, "a.mp3")).contains("C:/Music/House/a.mp3");
    assertThat(windows.ofVolume("\\\\nas\\share", folder, "a.mp3"))
        .contains("//nas/share/Music/House/a.mp3");
    assertThat(mac.ofVolume("SSD", folder, "a.mp3")).contains("/Music/House/a.mp3");
    assertThat(mac.ofVolume("", folder, "a.mp3")).contains("/Music/House/a.mp3");
    assertThat(mac.ofVolume("USB", folder, "a.mp3")).contains("/Volumes/USB/Music/House/a.mp3");
    assertThat(linux.ofVolume("USB", folder, "a.mp3")).contains("/media/dj/USB/Music/House/a.mp3");
    assertThat(linux.ofVolume("Macintosh HD", folder, "a.mp3")).contains("/Music/House/a.mp3");
    assertThat(linux.ofVolume("C:", folder, "a.mp3")).isEmpty();
    Locations left =
        locations(
            HostSystem.LINUX,
            Map.of("/media/dj/USB", "/media/1", "/mnt/USB", "/m", "/mnt/USB/Music/House/", "/m/h"));
    assertThat(left.ofVolume("USB", folder, "a.mp3")).contains("/mnt/USB/Music/House/a.mp3");
  }

  /** The system's own volume may have another file at the same place. */
  @Test
  void findsNothingOnAVolumeThatIsNotConnected() {
    assertThat(mac.ofVolume("Other", "/:Music/:House/:", "a.mp3")).isEmpty();
    assertThat(windows.ofVolume("Other", "/:Music/:House/:", "a.mp3")).isEmpty();
  }

  /** On a Mac names may have slashes; {@code AC//DC.mp3} is not {@code DC.mp3} in {@code AC}. */
  @Test
  void findsNothingByANameWithASlash() {
    for (Locations system : List.of(mac, linux)) {
      assertThat(system.ofVolume("", "/:Music/:", "AC//DC.mp3")).isEmpty();
      assertThat(system.ofVolume("", "/:Music/:", "AC/DC.mp3")).isEmpty();
      assertThat(system.ofVolume("USB", "/:AC//DC/:", "a.mp3")).isEmpty();
    }
    assertThat(windows.ofVolume("C:", "/:AC/DC/:", "a.mp3")).isEmpty();
  }

  @Test
  void asksTheDiskForMounts(@TempDir Path home) {
    Locations here =
        new Locations(new HostEnvironment(HostSystem.MACOS, home, Map.of(), () -> Set.of()));
    assertThat(here.ofVolume("no such volume", "/:", "a.mp3")).isEmpty();
    assertThat(here.ofVolume("\0", "/:", "a.mp3")).isEmpty();
  }
}
