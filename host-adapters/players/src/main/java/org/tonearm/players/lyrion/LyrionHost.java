package org.tonearm.players.lyrion;

import org.tonearm.api.host.HostServer;
import org.tonearm.api.host.MoodPlace;
import org.tonearm.players.server.ServerHost;

/** Lyrion Music Server; it splits genres at the semicolon of its own settings. */
public final class LyrionHost extends ServerHost {

  @Override
  public String id() {
    return "lyrion";
  }

  @Override
  public String displayName() {
    return "Lyrion Music Server";
  }

  @Override
  public MoodPlace moodPlace() {
    return new MoodPlace(MoodPlace.Kind.COMMENT_BLOCK, "Comment");
  }

  @Override
  protected HostServer theServer() {
    return new LyrionServer();
  }
}
