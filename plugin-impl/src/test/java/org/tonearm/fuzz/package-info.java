/** Damaged files by the thousand, sent the way of every track: none may cost more than itself. */
package org.tonearm.fuzz;
