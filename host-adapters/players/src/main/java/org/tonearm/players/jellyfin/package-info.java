/** Jellyfin. */
package org.tonearm.players.jellyfin;
