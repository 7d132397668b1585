/** What hosts with an XML collection share: finding, reading, listing and exporting it. */
package org.tonearm.djxml.collection;
