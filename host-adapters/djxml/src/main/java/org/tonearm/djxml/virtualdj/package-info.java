/** VirtualDJ: its database. */
package org.tonearm.djxml.virtualdj;
