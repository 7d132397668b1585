/** Serato: its database and crates read, new crates written. */
package org.tonearm.serato;
