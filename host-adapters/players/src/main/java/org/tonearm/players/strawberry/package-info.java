/** Strawberry: its database read. */
package org.tonearm.players.strawberry;
