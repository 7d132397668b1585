/** rekordbox: its exported collection. */
package org.tonearm.djxml.rekordbox;
