/**
 * XML read with the offsets of its bytes, so that single values can be replaced and all else stays
 * as it is, byte for byte. No entity but XML's own five is known and nothing is ever fetched.
 */
package org.tonearm.djxml.xml;
