/** iTunes and Apple Music: their exported library. */
package org.tonearm.djxml.itunes;
