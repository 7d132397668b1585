/** Lyrion Music Server. */
package org.tonearm.players.lyrion;
