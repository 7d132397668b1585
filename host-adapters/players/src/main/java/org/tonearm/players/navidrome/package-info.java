/** Navidrome. */
package org.tonearm.players.navidrome;
