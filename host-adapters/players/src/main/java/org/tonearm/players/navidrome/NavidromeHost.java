package org.tonearm.players.navidrome;

import org.tonearm.api.host.HostServer;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.players.server.ServerHost;

/** Navidrome; it splits genres and moods at a semicolon, and has a mood of its own from 0.55 on. */
public final class NavidromeHost extends ServerHost {

  @Override
  public String id() {
    return "navidrome";
  }

  @Override
  public String displayName() {
    return "Navidrome";
  }

  @Override
  public MoodPlace moodPlace() {
    return MoodPlace.OWN_FIELD;
  }

  @Override
  protected HostServer theServer() {
    return new NavidromeServer();
  }
}
