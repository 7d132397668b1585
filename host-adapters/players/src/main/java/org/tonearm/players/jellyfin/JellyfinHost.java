package org.tonearm.players.jellyfin;

import org.tonearm.api.host.HostServer;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.players.server.ServerHost;

/** Jellyfin; it splits genres at a semicolon, and shows neither mood nor comment of a track. */
public final class JellyfinHost extends ServerHost {

  @Override
  public String id() {
    return "jellyfin";
  }

  @Override
  public String displayName() {
    return "Jellyfin";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.NOWHERE, "");
  }

  @Override
  protected HostServer theServer() {
    return new JellyfinServer();
  }
}
