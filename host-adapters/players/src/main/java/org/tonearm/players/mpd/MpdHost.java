package org.tonearm.players.mpd;

import org.tonearm.api.host.HostServer;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.players.server.ServerHost;

/** MPD. Its clients show what tags it hands on: genre and comment; mood from version 0.24 on. */
public final class MpdHost extends ServerHost {

  @Override
  public String id() {
    return "mpd";
  }

  @Override
  public String displayName() {
    return "MPD (Music Player Daemon)";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  protected HostServer theServer() {
    return new MpdServer();
  }
}
