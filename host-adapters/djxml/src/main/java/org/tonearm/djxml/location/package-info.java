/** From the ways in which collections name files to paths of this machine. */
package org.tonearm.djxml.location;
