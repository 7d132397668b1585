/** Rhythmbox: its database and playlists read. */
package org.tonearm.players.rhythmbox;
