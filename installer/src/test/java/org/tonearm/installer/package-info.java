/** The rules of the house, held over all modules at once. */
package org.tonearm.installer;
