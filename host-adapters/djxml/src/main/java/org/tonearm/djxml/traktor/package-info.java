/** Traktor: its collection. */
package org.tonearm.djxml.traktor;
