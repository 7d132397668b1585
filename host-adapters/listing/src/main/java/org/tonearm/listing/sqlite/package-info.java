/** SQLite databases of other programs: read without a trace, written to after a backup. */
package org.tonearm.listing.sqlite;
