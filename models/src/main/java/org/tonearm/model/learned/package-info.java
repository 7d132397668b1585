/**
 * Labels learnt from the tags of a user's own library: machines on what a shipped model's trunk
 * hears, measured on groups held out, silent on what they do not know.
 */
package org.tonearm.model.learned;
