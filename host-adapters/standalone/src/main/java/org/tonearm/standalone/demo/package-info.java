/** The demo's collection: short music of our own, in every format that can be tagged. */
package org.tonearm.standalone.demo;
