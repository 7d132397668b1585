/** MPD, the Music Player Daemon. */
package org.tonearm.players.mpd;
